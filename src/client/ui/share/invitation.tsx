// How to bring others into this room: its address, the system's share sheet, a code for a camera, lines for a terminal.
import { laterWords } from "../../i18n/later/index.ts";
import { Icon } from "../controls/icons.tsx";
import { TerminalLines } from "../controls/terminal-lines.tsx";
import { roomAddress } from "../room/address.ts";
import { LinkField } from "./link-field.tsx";
import { Qr } from "./qr.tsx";
import { canShare, share } from "./system.ts";

/**
 * The invitation, in the share panel and in an empty room. `first` gives the copy button the focus; `asks` says that the
 * room asks for a passcode. */
export function Invitation({ first = false, asks }: { first?: boolean; asks: boolean }) {
  const { share: say } = laterWords.value;
  const address = roomAddress();
  return (
    <div class="invitation">
      <LinkField first={first} />
      {canShare() && (
        <button type="button" class="secondary" onClick={() => share(document.title)}>
          <Icon is="share" />
          {say.system}
        </button>
      )}
      <div class="scan">
        <Qr address={address} />
        <p>{say.scan}</p>
      </div>
      <h3>{say.terminal}</h3>
      <TerminalLines address={address} asks={asks} />
    </div>
  );
}
