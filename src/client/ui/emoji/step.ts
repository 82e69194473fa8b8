// Where an arrow goes in a grid of things of which only the places are known. No DOM here.

export interface Place {
  x: number;
  y: number;
}

/** The next index from one of these places (in reading order), "above" over the first row, or nothing: the key is not ours. */
export function stepFrom(places: readonly Place[], from: number, key: string): number | "above" | undefined {
  const last = places.length - 1;
  const here = places[from];
  if (here === undefined) return undefined;
  switch (key) {
    case "ArrowRight":
      return Math.min(from + 1, last);
    case "ArrowLeft":
      return Math.max(from - 1, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    case "ArrowDown":
      return nearest(places, here, Math.min(...places.map(({ y }) => y).filter((y) => y > here.y))) ?? from;
    case "ArrowUp":
      return nearest(places, here, Math.max(...places.map(({ y }) => y).filter((y) => y < here.y))) ?? "above";
    default:
      return undefined;
  }
}

/** The one of this row that is nearest; nothing where there is no such row. */
function nearest(places: readonly Place[], { x }: Place, row: number): number | undefined {
  let best: number | undefined;
  let distance = Infinity;
  for (const [index, place] of places.entries()) {
    const away = Math.abs(place.x - x);
    if (place.y !== row || away >= distance) continue;
    best = index;
    distance = away;
  }
  return best;
}
