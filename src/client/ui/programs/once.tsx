// What is told once of a program that was just made: its token, its address or its secret, to be copied, and how to use it.
import { useEffect, useRef } from "preact/hooks";
import { isolate, words } from "../../i18n/index.ts";
import { programWords } from "../../i18n/programs/index.ts";
import { TerminalLine } from "../controls/terminal-lines.tsx";
import { roomAddress } from "../room/address.ts";
import { LinkField } from "../share/link-field.tsx";
import type { Made } from "./asks.ts";

/** It, until whoever made it says that they have it. */
export function Once({ made, done }: { made: Made; done: () => void }) {
  const say = programWords.value;
  const { is, name, secret } = made;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  const line = lineFor(made);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{name}</bdi>
      </h2>
      <p class="lead">{say[is].once}</p>
      <LinkField address={secret} label={say[is].secret} words={say} />
      {line !== undefined && (
        <>
          <h3>{say.terminal}</h3>
          <ul class="terminal-lines">
            <TerminalLine {...line} />
          </ul>
        </>
      )}
      <button type="button" class="secondary" onClick={done} aria-label={`${say.done}: ${isolate(name)}`}>
        {say.done}
      </button>
    </>
  );
}

/** How to use it from a terminal; nothing for what is not called but calls. */
function lineFor({ is, may, secret }: Made): { does: string; line: string } | undefined {
  const { read, say } = words.value.share;
  if (is === "out") return undefined;
  if (is === "hook") return { does: say, line: `curl -d hello ${secret}` };
  const curl = `curl -H 'Authorization: Bearer ${secret}'`;
  if (may === "read") return { does: read, line: `${curl} ${roomAddress()}` };
  return { does: say, line: `${curl} -d hello ${roomAddress()}` };
}
