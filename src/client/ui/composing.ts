// What I am writing: the draft, what it answers, or which message of mine it rewrites. No DOM here.
import { computed, signal } from "@preact/signals";
import type { Message } from "../../protocol/event.ts";
import { TEXT_UNITS } from "../../protocol/limits.ts";
import type { Room } from "../room.ts";
import { recall, remember } from "./remembered.ts";

/** The composer of a room, with the draft that was left there. */
export function compose(room: Room, name: string) {
  const text = signal(recall(`draft ${name}`) ?? "");
  const replyTo = signal<Message | undefined>();
  const editing = signal<Message | undefined>();
  /** What was being written before an edit began. */
  let draft = text.value;

  /** How many UTF-16 units are left; negative when it is too long. */
  const left = computed(() => TEXT_UNITS - text.value.trim().length);

  function keep(words: string) {
    draft = words;
    remember(`draft ${name}`, words);
  }

  function write(words: string) {
    text.value = words;
    if (editing.value === undefined) keep(words);
  }

  function stop() {
    editing.value = undefined;
    replyTo.value = undefined;
    text.value = draft;
  }

  return {
    text,
    replyTo,
    editing,
    left,
    /** A key was pressed. */
    write(words: string) {
      write(words);
      if (editing.value === undefined) room.typing(words.trim() !== "");
    },
    reply(message: Message) {
      stop();
      replyTo.value = message;
    },
    edit(message: Message) {
      stop();
      editing.value = message;
      text.value = message.body?.text ?? "";
    },
    /** Gives up the reply or the edit; the draft is as it was. */
    stop,
    /** Takes back words that could not be sent, unless others are being written. */
    giveBack(words: string) {
      if (draft !== "") return;
      keep(words);
      if (editing.value === undefined) text.value = words;
    },
    /** Sends or saves. False where there is nothing to send or too much, and then nothing is changed. */
    submit(): boolean {
      const words = text.value.trim();
      if (words === "" || left.value < 0) return false;
      const edited = editing.value;
      const answered = replyTo.value?.seq;
      if (edited !== undefined) {
        if (words !== edited.body?.text) room.edit(edited.seq, words);
      } else {
        room.send(words, answered === undefined ? {} : { replyTo: answered });
        room.typing(false);
        write("");
      }
      stop();
      return true;
    },
  };
}
