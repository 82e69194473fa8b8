// The help, when it is asked for: by the key for it, by a button, by a command.
import { useEffect } from "preact/hooks";
import { pressedAlone } from "../browser/keys.ts";
import type { View } from "../room/view.ts";
import { helpPart } from "./part.ts";

/** Listens for the key, and draws the sheet while it is open. */
export function Help({ view }: { view: View }) {
  const { help } = view.panels;
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!pressedAlone(event, "?")) return;
      event.preventDefault();
      help.value = true;
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [help]);
  const part = help.value ? helpPart.value : undefined;
  if (part === undefined) return null;
  const closed = () => {
    help.value = false;
  };
  return <part.HelpSheet closed={closed} />;
}
