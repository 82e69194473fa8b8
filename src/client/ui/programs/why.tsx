// What the room refused here, as a sentence where it was tried.
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import type { No } from "./asks.ts";

/** The sentence. Its place is there before, or it would not be read out. */
export function Why({ no }: { no: No | undefined }) {
  const said = no && (no.no === "refused" ? whyNot(no.code) : laterWords.value.search.unreachable);
  return (
    <p class="why" role="status">
      {said}
    </p>
  );
}
