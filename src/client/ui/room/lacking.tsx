// That a part of the page is missing, and what can be done about it.
import { words } from "../../i18n/index.ts";

/** The sentence; a press on it reloads the page. */
export function Lacking() {
  return (
    <p>
      <button type="button" onClick={() => location.reload()}>
        {words.value.link.lacking}
      </button>
    </p>
  );
}
