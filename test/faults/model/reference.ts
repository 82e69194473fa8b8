// The reference: what a talk is after these events, worked out once more, in the plainest way and with nothing of Parlor's.
import type { Line, Place } from "../history.ts";

interface Said {
  id: string;
  by: string;
  text: string | null;
  edited: boolean;
  /** Who set which emoji. */
  reactions: Set<string>;
}

/** A row of the log as the database has it. */
export interface Row {
  seq: number;
  id: string;
  by: string;
  kind: string;
  target: number | null;
  data: string;
}

/** The lines of a talk, from a seq on. */
export function linesAfter(rows: readonly Row[], tail: number): Line[] {
  const talk = new Map<number, Said>();
  for (const { seq, id, by, kind, target, data } of rows) {
    const { body, emoji, on } = JSON.parse(data);
    const said = target === null ? undefined : talk.get(target);
    if (kind === "send") talk.set(seq, { id, by, text: body?.text ?? null, edited: false, reactions: new Set() });
    if (said === undefined || said.text === null) continue;
    if (kind === "delete") said.text = null;
    if (kind === "edit") {
      said.text = body.text;
      said.edited = true;
    }
    if (kind === "react" && on) said.reactions.add(`${emoji} ${by}`);
    if (kind === "react" && !on) said.reactions.delete(`${emoji} ${by}`);
  }
  return [...talk].filter(([seq]) => seq >= tail).map(([seq, said]) => ({ seq, id: said.id, text: textOf(said) }));
}

function textOf({ text, edited, reactions }: Said): string | null {
  if (text === null) return null;
  const counts = Map.groupBy(reactions, (reaction) => reaction.slice(0, reaction.indexOf(" ")));
  const marks = [...counts].map(([emoji, by]) => `${emoji}${by.length}`).sort();
  return [text, ...marks, ...(edited ? ["edited"] : [])].join(" ");
}

/** The log's events as the checker reads them. */
export function placesOf(rows: readonly Row[]): Place[] {
  return rows.map(({ seq, id, kind, target, data }) => {
    const said = JSON.parse(data);
    if (said.body === null) return { seq, id, content: null };
    const parts = Object.entries({ kind, ...(target !== null && { target }), ...said });
    return { seq, id, content: JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1))) };
  });
}
