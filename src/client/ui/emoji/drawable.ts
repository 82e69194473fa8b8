// How new the emoji are that this system's fonts can draw. Browsers learn of new ones before the fonts do.

/** Something that each version brought, newest first. Older ones everybody has. */
const SAMPLES: readonly (readonly [version: number, emoji: string])[] = [
  [17, "🫪"],
  [16, "🫩"],
  [15.1, "🐦‍🔥"],
  [15, "🫨"],
  [14, "🫠"],
];
const OLDEST = 13.1;
const SIZE = 20;
const FONT = `${SIZE}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;

/** The newest version of which an emoji is drawn. */
export function newestDrawn(): number {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * SIZE;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return OLDEST;
  pen.font = FONT;
  pen.textBaseline = "top";
  return SAMPLES.find(([, emoji]) => isDrawn(pen, emoji))?.[0] ?? OLDEST;
}

/** An emoji has colours of its own, where the box for an unknown one has the pen's; and it is as wide as others are. */
function isDrawn(pen: CanvasRenderingContext2D, emoji: string): boolean {
  const wide = pen.measureText(emoji).width > 1.5 * pen.measureText("🤣").width;
  return !wide && drawnIn(pen, "#000", emoji) === drawnIn(pen, "#f0f", emoji);
}

function drawnIn(pen: CanvasRenderingContext2D, colour: string, emoji: string): string {
  pen.clearRect(0, 0, 2 * SIZE, 2 * SIZE);
  pen.fillStyle = colour;
  pen.fillText(emoji, 0, 0);
  return pen.getImageData(0, 0, 2 * SIZE, 2 * SIZE).data.join();
}
