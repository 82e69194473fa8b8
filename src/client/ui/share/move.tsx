// The way of a room's owner to another device: a code for its camera, and the same as an address. Good once.
import { laterWords } from "../../i18n/later/index.ts";
import { LinkField } from "./link-field.tsx";
import { Qr } from "./qr.tsx";

/** The address that was made. */
export function Move({ address }: { address: string }) {
  const { mine: say } = laterWords.value;
  return (
    <div class="move">
      <p>{say.moveHint}</p>
      <Qr address={address} />
      <LinkField address={address} label={say.moveAddress} />
    </div>
  );
}
