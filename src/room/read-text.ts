// The text of a body that somebody sends: not more of it than is wanted, and not for longer.

/** Why it could not be read: it is too long, is not UTF-8 or broke off, or came too late. */
export interface Unread {
  unread: "too_long" | "bad_text" | "late";
}

/** Its text: at most so many bytes, before the signal aborts. What is not UTF-8 is not replaced. */
export async function readText(
  body: ReadableStream<Uint8Array> | null,
  most: number,
  late: AbortSignal,
): Promise<string | Unread> {
  const reader = body?.getReader();
  const over = new Promise<undefined>((resolve) => {
    late.addEventListener("abort", () => resolve(undefined));
  });
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const chunk = await Promise.race([reader?.read(), over]);
      if (late.aborted) return { unread: "late" };
      if (chunk?.value === undefined) break;
      length += chunk.value.byteLength;
      if (length > most) return { unread: "too_long" };
      chunks.push(chunk.value);
    }
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(await new Blob(chunks).arrayBuffer());
  } catch {
    return { unread: late.aborted ? "late" : "bad_text" };
  } finally {
    void reader?.cancel().catch(() => {});
  }
}
