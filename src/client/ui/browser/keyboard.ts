// The keyboard of a phone. Where it lies over the page instead of making it smaller (iOS), the screen of the room is made as
// tall as what is left to see.

/** Keeps `--seen-height` and `--seen-top` of the document: what is in sight, in pixels, while that is less than the page. */
export function followKeyboard(): void {
  const seen = window.visualViewport;
  if (seen === null) return;
  const { style } = document.documentElement;
  const fit = () => {
    // Zoomed in, one sees less as well, and wants it so.
    const covered = seen.scale === 1 && seen.height < window.innerHeight - 1;
    style.setProperty("--seen-height", covered ? `${seen.height}px` : "");
    style.setProperty("--seen-top", covered ? `${seen.offsetTop}px` : "");
  };
  seen.addEventListener("resize", fit);
  seen.addEventListener("scroll", fit);
}
