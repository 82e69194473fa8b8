// The share panel: under its button on a wide screen, a sheet on a phone.
import { laterWords } from "../../i18n/later/index.ts";
import { Sheet } from "../controls/sheet.tsx";
import type { View } from "../room/view.ts";
import { asksPass } from "./asks-pass.ts";
import { Invitation } from "./invitation.tsx";

/** The panel, open as long as it is drawn. */
export function SharePanel({ view, closed }: { view: View; closed: () => void }) {
  const { share } = laterWords.value;
  const asks = asksPass(view);
  return (
    <Sheet name={share.title} at="corner" closed={closed}>
      {() => (
        <>
          <h2>{share.title}</h2>
          <p class="lead">{asks ? share.leadPass : share.lead}</p>
          <Invitation first asks={asks} />
        </>
      )}
    </Sheet>
  );
}
