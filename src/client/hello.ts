// What a client says first.
import type { Pass } from "../protocol/pass.ts";
import type { Hello } from "../protocol/up.ts";
import type { State } from "./state.ts";

/** A first hello, or one that resumes after the last event applied. `wish` counts until the person has a name here. */
export function helloFrom({ you, epoch, cursor, last }: State, wish: string | undefined, pass?: Pass): Hello {
  const name = you === undefined || you.guest ? wish : you.name;
  const hello: Hello = { type: "hello", credit: true, ...(name !== undefined && { name }), ...(pass && { pass }) };
  return cursor === 0 ? hello : { ...hello, epoch, cursor, last };
}
