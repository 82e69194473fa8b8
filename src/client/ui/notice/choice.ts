// Of what this browser's reader wants to be told while not looking, and whether the browser lets us.
import { signal } from "@preact/signals";
import { type Choice, parseChoice } from "../../../protocol/notice.ts";
import { recall, remember } from "../browser/remembered.ts";
import { type Abilities, hindranceOf } from "./hindrance.ts";

/** This browser. */
function abilities(): Abilities {
  const here = "Notification" in globalThis;
  return {
    secure: isSecureContext,
    permission: here ? Notification.permission : undefined,
    // An iPad calls itself a Mac, but no Mac has a touch screen.
    ios: /iPhone|iPad|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1,
  };
}

function now(): Choice {
  // A permission that was taken back takes the choice with it.
  return abilities().permission === "granted" ? parseChoice(recall("notice")) : "off";
}

/** The choice, as far as the browser goes along with it. */
export const choice = signal<Choice>(now());
/** Why there is nothing to choose. */
export const hindrance = signal(hindranceOf(abilities()));

/** Takes a choice; asks for the permission that it needs. To be called from a click. */
export async function choose(wanted: Choice): Promise<void> {
  if (wanted !== "off" && abilities().permission === "default") {
    // Refused is what it is then: the permission says so below.
    await Notification.requestPermission().catch(() => undefined);
  }
  hindrance.value = hindranceOf(abilities());
  remember("notice", wanted === "off" || hindrance.value !== undefined ? "" : wanted);
  choice.value = now();
}

// Another tab of this browser chose, or somebody comes back from the browser's settings.
for (const event of ["storage", "focus"]) {
  addEventListener(event, () => {
    hindrance.value = hindranceOf(abilities());
    choice.value = now();
  });
}
