// The way to an old message: a button at the top of the room, the key F, and the command /find.
import { useEffect, useMemo } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { pressedAlone } from "../browser/keys.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import type { View } from "../room/view.ts";
import { searchPart } from "./part.ts";

/** The button, and the sheet while it is open. */
export function SearchButton({ view }: { view: View }) {
  const { search } = laterWords.value;
  const { finding } = view.panels;
  const part = finding.value === undefined ? searchPart.here : searchPart.value;
  const finder = useMemo(() => part?.createFinder(view.room), [part, view]);
  const wanted = finding.value;
  useEffect(() => {
    if (finder === undefined || wanted === undefined || wanted === "") return;
    finder.write(wanted);
    finder.begin();
  }, [finder, wanted]);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!pressedAlone(event, "f")) return;
      event.preventDefault();
      finding.value = "";
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [finding]);
  return (
    <>
      <button
        type="button"
        class="quiet"
        aria-label={search.open}
        title={search.open}
        aria-haspopup="dialog"
        onPointerEnter={() => void searchPart.load()}
        onClick={() => {
          finding.value = "";
        }}
      >
        <LaterIcon is="search" />
      </button>
      {part && finder && wanted !== undefined && (
        <part.SearchSheet
          view={view}
          finder={finder}
          closed={() => {
            finding.value = undefined;
          }}
        />
      )}
    </>
  );
}
