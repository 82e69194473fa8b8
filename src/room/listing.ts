// Whether search engines may list the room, and what they may say of it.
import type { Core } from "./core.ts";

/** Its title and topic, where its owner lets it be listed and whoever finds it can come in. `now` is in ms since 1970. */
export function listingOf({ settings, tomb }: Core, now: number): { title: string; topic: string } | undefined {
  const { listed, pass, locked, title } = settings.rules;
  return listed && !pass && !locked && !tomb.stands(now) ? { title, topic: settings.topic } : undefined;
}
