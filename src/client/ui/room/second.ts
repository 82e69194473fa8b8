// What the first screen does without, as one part that is fetched as soon as that screen is up: what is needed when the
// connection is gone has to be here by then.
import { laterStyle, lazily } from "./lazily.ts";

/** The people, what helps with writing, what one can do with messages and set for oneself and the room, and what goes wrong. */
export const second = lazily(async () => {
  const [part] = await Promise.all([import("./second-screen.ts"), laterStyle()]);
  return part;
});
