// What is open beside or over the talk: the people, the help, the search, the actions of one message.
import { computed, signal } from "@preact/signals";
import { wide } from "../browser/media.ts";
import { recall, remember } from "../browser/remembered.ts";

/** The panels of a room's screen, as they were left. */
export function createPanels() {
  const column = signal(recall("roster") !== "folded");
  const sheet = signal(false);
  const help = signal(false);
  /** The key of the message whose actions are open. */
  const message = signal<string | undefined>();
  /** The keys of the messages at which the mouse is, the keyboard is, and an emoji is being chosen. */
  const pointed = signal<string | undefined>();
  const focused = signal<string | undefined>();
  const picking = signal<string | undefined>();
  /** While a message is being looked for: the words to begin with, or "" for those of the last time. */
  const finding = signal<string | undefined>();

  function setRoster(open: boolean) {
    if (!wide.value) {
      sheet.value = open;
      return;
    }
    column.value = open;
    remember("roster", open ? "" : "folded");
  }

  const beside = computed(() => wide.value && column.value);
  const over = computed(() => !wide.value && sheet.value);
  return {
    message,
    help,
    finding,
    pointed,
    focused,
    picking,
    /** The key of the one message that tells more, and shows what can be done with it. */
    near: computed(() => picking.value ?? pointed.value ?? focused.value),
    /** The people: in a column beside the talk, or in a sheet over it. */
    beside,
    over,
    toggleRoster: () => setRoster(!(beside.value || over.value)),
    showRoster: () => setRoster(true),
  };
}
