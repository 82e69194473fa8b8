// Unicode's table of confusable characters as a part that is fetched when two people with names are here.
import * as v from "valibot";
import { lazily } from "../room/lazily.ts";

const Table = v.record(v.string(), v.string());

/** What each confusable character looks like. */
export const confusables = lazily(async () => {
  const { default: address } = await import("unhomoglyph/data.json");
  return v.parse(Table, await (await fetch(address)).json());
});
