// The ways into a room from a terminal, each to be copied.
import type { TargetedMouseEvent } from "preact";
import { words } from "../../i18n/index.ts";
import { copy, justCopied } from "../browser/copy.ts";
import { LaterIcon } from "./later-icons.tsx";

/** Lines for `curl` and `wscat` with a room's real address. `asks` says that it asks for a passcode, to be typed in its place. */
export function TerminalLines({ address, asks = false }: { address: string; asks?: boolean }) {
  const { read, say, talk } = words.value.share;
  const curl = asks ? "curl -u :PASSCODE" : "curl";
  return (
    <ul class="terminal-lines">
      <TerminalLine does={read} line={`${curl} ${address}`} />
      <TerminalLine does={say} line={`${curl} -d hello ${address}`} />
      <TerminalLine does={talk} line={`npx wscat -c ${address.replace(/^http/, "ws")}`} />
    </ul>
  );
}

/** One line, with what it does. */
export function TerminalLine({ does, line }: { does: string; line: string }) {
  const { share, copied } = words.value;
  const done = justCopied.value === line;
  const press = async ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    // Where pages may not copy, it is at least selected.
    const code = currentTarget.previousElementSibling;
    if (!(await copy(line)) && code !== null) getSelection()?.selectAllChildren(code);
  };
  return (
    <li>
      <span class="does">{does}</span>
      <code title={line}>{line}</code>
      <button
        type="button"
        class="quiet"
        aria-label={done ? copied : share.copyLine(line)}
        title={share.copyLine(line)}
        onClick={press}
      >
        <LaterIcon is={done ? "save" : "copy"} />
      </button>
    </li>
  );
}
