// Which day it is for the reader: a page that is open over midnight says "Yesterday" of yesterday.
import { signal } from "@preact/signals";
import { dayOf } from "./when.ts";

const LOOK_EVERY_MS = 60_000;

/** Some moment of today, in milliseconds since 1970. Who draws with it is drawn again after midnight. */
export const today = signal(Date.now());

function look() {
  if (dayOf(Date.now()) !== dayOf(today.peek())) today.value = Date.now();
}

setInterval(look, LOOK_EVERY_MS);
// A laptop that slept over midnight.
document.addEventListener("visibilitychange", look);
