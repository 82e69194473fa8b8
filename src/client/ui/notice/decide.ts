// Which of the messages that just came is worth a notification.
import type { Message } from "../../../protocol/event.ts";
import { type Choice, choices } from "../../../protocol/notice.ts";

/** What was stored, if it is a choice. */
export function parseChoice(stored: string | undefined): Choice {
  return choices.find((each) => each === stored) ?? "off";
}

export interface Reader {
  choice: Choice;
  /** The room is being looked at: this tab is in front and has the focus. */
  looking: boolean;
  /** My member id. */
  me: string;
  /** Whether a text means me. */
  mentioned(text: string): boolean;
}

export interface Notice {
  message: Message;
  /** It means me, so that it may be heard again although a notification of this room is still shown. */
  mention: boolean;
}

/** The one message to tell of, if any: the last that means me, or else the last. Mine and deleted ones are none. */
export function noticeOf(came: readonly Message[], { choice, looking, me, mentioned }: Reader): Notice | undefined {
  if (choice === "off" || looking) return undefined;
  const heard = came.filter(({ by, body }) => by !== me && body !== null);
  const called = heard.findLast(({ body }) => mentioned(body?.text ?? ""));
  if (called !== undefined) return { message: called, mention: true };
  const last = heard.at(-1);
  return choice === "all" && last !== undefined ? { message: last, mention: false } : undefined;
}
