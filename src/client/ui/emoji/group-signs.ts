// The groups of emoji, as the data numbers them.

/** Each group's number in the data, with an emoji that stands for it. Without 2, which are parts of emoji. */
export const SIGNS: readonly (readonly [group: number, sign: string])[] = [
  [0, "😀"],
  [1, "👋"],
  [3, "🐻"],
  [4, "🍎"],
  [5, "🚲"],
  [6, "⚽"],
  [7, "💡"],
  [8, "❤️"],
  [9, "🏁"],
];
