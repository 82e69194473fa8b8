// A line of a recorded talk (record.ts): a frame on somebody's link, or a request with its answer.

export type Line = Said | Asked;

/** A frame on somebody's nth link, as it was; `over` HTTP where that is not a socket. */
export interface Said {
  who: string;
  link: number;
  over?: "http";
  way: "up" | "down";
  frame: { type: string; events?: { seq: number; id: string; by: string }[] };
}

/** What somebody asked for over HTTP, below the room's URL, and the answer: JSON as it is, anything else as text. */
export interface Asked {
  who: string;
  way: "asks";
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
  status: number;
  answer: unknown;
}
