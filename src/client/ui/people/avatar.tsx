// A person's picture, drawn from their tag (a program's: from its id): one of a few shapes, turned, in a hue of their own. Nothing to load.
import type { Person } from "../../../protocol/person.ts";
import { hash, hueOf } from "./hue.ts";

// On a 40 × 40 tile, each different from the others in outline, so that they are told apart in grey too.
const shapes = [
  "M20 8a12 12 0 1 1 0 24a12 12 0 1 1 0-24Z",
  "M8 8h12a12 12 0 0 1 12 12v12H20A12 12 0 0 1 8 20Z",
  "M8 8h24a24 24 0 0 1-24 24Z",
  "M8 20a12 12 0 0 1 24 0Zm0 0h12v12A12 12 0 0 1 8 20Z",
  "M20 6l14 14-14 14L6 20Z",
  "M8 8h12v12H8Zm12 12h12v12H20Zm6-13a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z",
  "M8 14a6 6 0 0 1 12 0a6 6 0 0 1 12 0v12a6 6 0 0 1-12 0a6 6 0 0 1-12 0Z",
  "M20 8a12 12 0 1 1 0 24a12 12 0 1 1 0-24Zm0 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10Z",
  "M8 32V20a12 12 0 0 1 24 0v12a12 12 0 0 0-24 0Z",
];

/** A person's tag; of programs, which have one tag for all of a kind, what their member id goes on with. */
const drawnFrom = (person: Person | undefined) => person?.member.split("-")[1] ?? person?.tag ?? "";

/** Sets the hue that a person's name and picture have. */
export function personStyle(person: Person | undefined) {
  return { "--who": hueOf(drawnFrom(person)) };
}

/** The picture. The name stands beside it, so it says nothing to those who don't see it. */
export function Avatar({ person }: { person: Person | undefined }) {
  const mark = hash(`${drawnFrom(person)} shape`);
  return (
    <svg class="avatar" viewBox="0 0 40 40" aria-hidden="true" style={personStyle(person)}>
      <rect width="40" height="40" rx="12" />
      <path d={shapes[mark % shapes.length]} transform={`rotate(${(mark >>> 8) * 90} 20 20)`} />
    </svg>
  );
}
