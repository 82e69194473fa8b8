// Where the front page starts.
import { render } from "preact";
import { whenIdle } from "../browser/idle.ts";
import { speakAsChosen } from "../browser/language.ts";
import { Landing } from "./landing.tsx";

await speakAsChosen();
const root = document.getElementById("app");
if (root !== null) {
  // What the page's HTML says gives way in the same frame to the same words, so that nothing is seen to move.
  root.replaceChildren();
  render(<Landing />, root);
}
whenIdle(async () => {
  const offline = await import("../offline/register.ts").catch(() => undefined);
  await offline?.registerServiceWorker().catch(() => {});
});
