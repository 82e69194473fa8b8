// What I am writing: the draft, what it answers, or which message of mine it rewrites. No DOM here.
import { batch, computed, effect, signal } from "@preact/signals";
import type { Message } from "../../../protocol/event.ts";
import { TEXT_UNITS } from "../../../protocol/limits.ts";
import type { Body } from "../../../protocol/op.ts";
import type { Code } from "../../../protocol/refusal.ts";
import type { Room } from "../../room.ts";
import type { About, DraftShelf } from "./kept-draft.ts";

/** The composer of a room, with the draft that was left there. */
export function compose(room: Room, shelf: DraftShelf) {
  const kept = shelf.take();
  const text = signal(kept?.draft ?? "");
  const replyTo = signal<Message | undefined>();
  const editing = signal<Message | undefined>();
  /** Why the command that is written could not be obeyed. */
  const wrong = signal<Code | undefined>();
  /** What is being written apart from an edit. */
  const draft = signal(text.value);
  /** What was about a message when the page was left; it comes back when the message is there. */
  const awaited = signal(kept?.about);
  let touched = false;

  /** How many UTF-16 units are left; negative when it is too long. */
  const left = computed(() => TEXT_UNITS - text.value.trim().length);

  const about = computed((): About | undefined => {
    const message = editing.value ?? replyTo.value;
    if (message === undefined) return awaited.value;
    const { seq, id } = message;
    return editing.value === undefined ? { is: "reply", seq, id, text: "" } : { is: "edit", seq, id, text: text.value };
  });
  effect(() => shelf.keep({ draft: draft.value, about: about.value }));

  function write(words: string) {
    batch(() => {
      text.value = words;
      wrong.value = undefined;
      if (editing.value === undefined) draft.value = words;
    });
  }

  function leaveMessage() {
    batch(() => {
      editing.value = undefined;
      replyTo.value = undefined;
      text.value = draft.value;
    });
  }

  function stop() {
    batch(() => {
      leaveMessage();
      wrong.value = undefined;
    });
  }

  function giveBack(words: string) {
    if (draft.value !== "") return;
    draft.value = words;
    if (editing.value === undefined) text.value = words;
  }

  if (awaited.value !== undefined) void bringBack(awaited.value);

  async function bringBack(was: About) {
    const part = await import("./when-there.ts").catch(() => undefined);
    const message = await part?.whenThere(room, was);
    if (message === undefined) {
      awaited.value = undefined;
      giveBack(was.text);
      return;
    }
    const waiting = effect(() => {
      const busy = editing.value !== undefined || replyTo.value !== undefined;
      // Never under the fingers: what somebody writes now is not exchanged for what they wrote before.
      if (busy || (was.is === "edit" && touched && text.value !== "")) return;
      batch(() => {
        awaited.value = undefined;
        if (was.is === "reply") replyTo.value = message;
        else {
          editing.value = message;
          text.value = was.text;
        }
      });
      // Not before it has a name to be stopped by.
      queueMicrotask(() => waiting());
    });
  }

  return {
    text,
    replyTo,
    editing,
    wrong,
    left,
    /** A key was pressed. */
    write(words: string) {
      touched = true;
      write(words);
      if (editing.value === undefined) room.typing(words.trim() !== "");
    },
    reply(message: Message) {
      batch(() => {
        stop();
        replyTo.value = message;
      });
    },
    edit(message: Message) {
      batch(() => {
        stop();
        editing.value = message;
        text.value = message.body?.text ?? "";
      });
    },
    /** Gives up the reply or the edit; the draft is as it was. */
    stop,
    /** The message that I answer or edit is gone. Why a command could not be obeyed still holds. */
    leaveMessage,
    /** Takes back words that could not be sent, unless others are being written. */
    giveBack,
    /**
     * Sends or saves what is written, or sends what was made of it: an action, parts of a long text. False where there is
     * nothing to send or too much, and then nothing is changed.
     */
    submit(made?: readonly Body[]): boolean {
      const words = text.value.trim();
      const edited = editing.value;
      if (words === "" || (left.value < 0 && made === undefined)) return false;
      batch(() => {
        if (edited !== undefined) {
          const { me } = edited.body ?? {};
          if (words !== edited.body?.text) room.edit(edited.seq, words, { ...(me && { me }) });
        } else {
          send(made ?? [{ text: words }]);
          write("");
        }
        stop();
      });
      return true;
    },
  };

  function send(bodies: readonly Body[]) {
    let answered = replyTo.value?.seq;
    for (const { text, me } of bodies) {
      room.send(text, { ...(answered !== undefined && { replyTo: answered }), ...(me && { me }) });
      // The answer is the first part; the others go on from there.
      answered = undefined;
    }
    room.typing(false);
  }
}

/** How one writes a message of this body. */
export function asWritten({ text, me }: Body): string {
  if (me) return `/me ${text}`;
  return text.startsWith("/") ? `/${text}` : text;
}
