// The name that I go by in every room of this browser.
import { signal } from "@preact/signals";
import { cleanName, isName } from "../../../protocol/name.ts";
import type { Words } from "../../i18n/index.ts";
import type { Pending } from "../../state.ts";
import { recall, remember } from "../browser/remembered.ts";

/** The name that I have chosen and the room does not know yet. */
export function chosenName(pending: readonly Pending[]): string | undefined {
  return pending.flatMap(({ op, status }) => (op.kind === "rename" && status === "waiting" ? op.name : [])).at(-1);
}

const remembered = recall("name");
/** Nobody has kept or changed this name yet, so it is offered beside the composer. */
export const nameIsNew = signal(remembered === undefined);

const pick = (from: readonly string[]) => from[Math.floor(Math.random() * from.length)] ?? "";

/** The name that I come with: what a room calls me until it has said how it knows me. */
export let broughtName = remembered ?? "";

/** The remembered name, or a friendly one to begin with. */
export function firstName(words: Words): string {
  broughtName ||= words.names.join(pick(words.names.first), pick(words.names.last));
  return broughtName;
}

/** Takes a name for good; the first message does so too. Returns it as it is stored, or nothing where it can't be one. */
export function keepName(raw: string): string | undefined {
  if (!isName(raw)) return undefined;
  const name = cleanName(raw);
  remember("name", name);
  nameIsNew.value = false;
  return name;
}
