// A kept outbox as it comes back: from a store, so perhaps from another build.
import * as v from "valibot";
import { Moderation } from "../../protocol/moderation.ts";
import type { Pending } from "../state.ts";

// Texts have no limits here: what the room refused for its length is kept as it was written.
const body = v.object({ text: v.string(), me: v.exactOptional(v.literal(true)) });
const id = v.string();
const target = v.number();

const Kept = v.object({
  op: v.variant("kind", [
    v.object({ id, kind: v.literal("send"), body, replyTo: v.exactOptional(v.number()) }),
    v.object({ id, kind: v.literal("edit"), target, body }),
    v.object({ id, kind: v.literal("delete"), target }),
    v.object({ id, kind: v.literal("react"), target, emoji: v.string(), on: v.boolean() }),
    v.object({ id, kind: v.literal("rename"), name: v.string() }),
    v.object({ id, kind: v.literal("topic"), text: v.string() }),
    ...Moderation.options,
  ]),
  at: v.number(),
  epoch: v.string(),
  status: v.picklist(["waiting", "failed"]),
  code: v.exactOptional(v.string()),
});

/** The queue that was kept, or nothing where this build can't read it. */
export function parseKept(row: unknown): Pending[] | undefined {
  const kept = v.safeParse(v.array(Kept), row);
  return kept.success ? kept.output : undefined;
}
