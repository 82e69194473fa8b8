// Posts to an address that somebody gave, and reads of the answer what is wanted: no redirect, not for long, and not much.
import { inTime } from "./in-time.ts";

/** The answer, or why there was none. */
export type Called = { status: "timeout" | "unreachable" } | Answered;

export interface Answered {
  status: number;
  type: string;
  /** Its text; else why it could not be read: it is too long, not UTF-8, or came too late. */
  text: string | { unread: "too_long" | "bad_text" | "late" };
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
      const text = await textOf(answer, late);
      return { status: answer.status, type: answer.headers.get("Content-Type") ?? "", text };
    } catch {
      return { status: late.aborted ? "timeout" : "unreachable" };
    }
  });
}

async function textOf({ body }: Response, late: AbortSignal): Promise<Answered["text"]> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk?.value === undefined) break;
      length += chunk.value.byteLength;
      if (length > ANSWER_BYTES) return { unread: "too_long" };
      chunks.push(chunk.value);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(await new Blob(chunks).arrayBuffer());
  } catch {
    return { unread: late.aborted ? "late" : "bad_text" };
  } finally {
    void reader?.cancel().catch(() => {});
  }
}
