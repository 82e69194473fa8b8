// An address with the button that copies it. Where pages may not copy, the address is selected for the reader to do it.
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { copy, justCopied } from "../browser/copy.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { roomAddress } from "../room/address.ts";

interface Props {
  /** It has the focus in the dialog that it is in. */
  first?: boolean;
  /** The room's own, where there is no other. */
  address?: string;
  label?: string;
  /** What is said of copying it, where it is no address of a room. */
  words?: { copy: string; byHand: string };
}

/** The field. */
export function LinkField({ first = false, address = roomAddress(), label, words: own }: Props) {
  const { share } = laterWords.value;
  const { copy: copyIt, byHand: how } = own ?? share;
  const byHand = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const done = justCopied.value === address;

  useLayoutEffect(() => {
    if (byHand.value) field.current?.select();
  }, [byHand.value]);

  const press = async () => {
    byHand.value = !(await copy(address));
    field.current?.select();
  };
  return (
    <div class="link-field">
      <div class="row">
        {/* To read, it is as people write it; to copy by hand, as every program understands it. */}
        <input
          ref={field}
          readOnly
          aria-label={label ?? share.address}
          value={byHand.value ? address : decodeURI(address)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button
          type="button"
          class="primary"
          // biome-ignore lint/a11y/noAutofocus: where the focus goes when the panel opens: to what most come for
          autoFocus={first}
          onClick={press}
        >
          <LaterIcon is={done ? "save" : "link"} />
          {/* Both words take their place, so that the button does not change its width. */}
          <span class="either" aria-live="polite">
            <span hidden={done}>{copyIt}</span>
            <span hidden={!done}>{words.value.copied}</span>
          </span>
        </button>
      </div>
      {byHand.value && (
        <p class="by-hand" role="status">
          {how}
        </p>
      )}
    </div>
  );
}
