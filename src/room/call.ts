// Posts to an address that somebody gave, and reads of the answer what is wanted: no redirect, not for long, and not much.
import { inTime } from "./in-time.ts";
import { readText, type Unread } from "./read-text.ts";

/** The answer, or why there was none. */
export type Called = { status: "timeout" | "unreachable" } | Answered;

export interface Answered {
  status: number;
  type: string;
  text: string | Unread;
}

/** An answer has so long to come, in ms, and so much of it is read, in bytes. */
const ANSWER_MS = 5_000;
const ANSWER_BYTES = 64 * 1024;

/** Posts JSON. Never throws. */
export function call(url: string, headers: Record<string, string>, body: string): Promise<Called> {
  return inTime(ANSWER_MS, async (late) => {
    try {
      const answer = await fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json", "User-Agent": "Parlor", ...headers },
        body,
        signal: late,
      });
      const text = await readText(answer.body, ANSWER_BYTES, late);
      return { status: answer.status, type: answer.headers.get("Content-Type") ?? "", text };
    } catch {
      return { status: late.aborted ? "timeout" : "unreachable" };
    }
  });
}
