// The few signs on buttons, drawn with one pen: 20 × 20, 1.6 wide, round.

/** Those of the first screen. */
export const paths = {
  edit: "M4 16l.8-3.6L13 4.2a1.5 1.5 0 0 1 2.1 0l.7.7a1.5 1.5 0 0 1 0 2.1L7.6 15.2 4 16Z",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 11.8c.7 1.2 1.8 1.8 3 1.8s2.3-.6 3-1.8M7.6 8v.3M12.4 8v.3",
  send: "M10 16V4.5M5 9.5l5-5 5 5",
  save: "M4.5 10.5 8.5 14.5 15.5 6",
  people:
    "M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 16c0-2.7 2.1-4.3 5-4.3s5 1.6 5 4.3M13 4.4a2.6 2.6 0 0 1 0 4.9M14.5 11.9c1.9.5 3 2 3 4.1",
  share: "M10 12.5V3.5M6.8 6.5 10 3.3l3.2 3.2M5 10v5.5a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V10",
};

/** A sign. The button around it says in words what it does. */
export function Icon({ is }: { is: keyof typeof paths }) {
  return <Sign path={paths[is]} />;
}

/** A sign drawn along a path. */
export function Sign({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** Parlor's mark: a doorway that is also a speech bubble. */
export const MARK =
  "M16 2.5A11.5 11.5 0 0 0 4.5 14v10.5a5 5 0 0 1-2 4h9V17a4.5 4.5 0 0 1 9 0v11.5h2a5 5 0 0 0 5-5V14A11.5 11.5 0 0 0 16 2.5Z";

/** Parlor's mark. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d={MARK} />
    </svg>
  );
}
