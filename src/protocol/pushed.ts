// What is pushed to a browser, and the one place where its service worker reads it. Without a library: a worker is started for
// each push, and has to be small.

/** The latest message that counts. */
export interface Pushed {
  room: string;
  seq: number;
  /** Its author's name. */
  title: string;
  body: string;
  /** It means who is told. */
  mention: boolean;
}

/** Reads it; nothing where it is not one. */
export function readPushed(text: string): Pushed | undefined {
  try {
    const { room, seq, title, body, mention } = JSON.parse(text);
    const strings = [room, title, body].every((each) => typeof each === "string");
    if (!strings || !Number.isSafeInteger(seq) || typeof mention !== "boolean") return undefined;
    return { room, seq, title, body, mention };
  } catch {
    return undefined;
  }
}
