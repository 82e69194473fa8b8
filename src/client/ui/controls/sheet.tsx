// A sheet that comes from below on a phone. The browser keeps the focus inside it and closes it with Esc or Back.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { laterStyle } from "../room/lazily.ts";
import { LaterIcon } from "./later-icons.tsx";

interface Props {
  name: string;
  /** Where it is on a wide screen: below as on a phone, in the middle, or in the corner under the header's buttons. */
  at?: "below" | "middle" | "corner";
  /** It was closed, by whatever way. */
  closed: () => void;
  /** What is in it; it may close the sheet, and then the focus is free at once. */
  children: (close: () => void) => ComponentChildren;
}

/** A sheet, open as long as it is drawn. */
export function Sheet({ name, at = "below", closed, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Its style is fetched with the first sheet; where it can't be had, the browser's own look has to do.
    const show = () => dialog.current?.showModal();
    laterStyle().then(show, show);
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tap beside the sheet; Esc is the dialog's own
    <dialog
      ref={dialog}
      class={`sheet ${at}`}
      aria-label={name}
      onClose={closed}
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
    >
      <div class="inside">
        <button type="button" class="quiet close" aria-label={laterWords.value.close} onClick={close}>
          <LaterIcon is="close" />
        </button>
        {children(close)}
      </div>
    </dialog>
  );
}
