// The share panel: under its button on a wide screen, a sheet on a phone.
import { laterWords } from "../../i18n/later/index.ts";
import { Sheet } from "../controls/sheet.tsx";
import { Invitation } from "./invitation.tsx";

/** The panel, open as long as it is drawn. */
export function SharePanel({ closed }: { closed: () => void }) {
  const { share } = laterWords.value;
  return (
    <Sheet name={share.title} at="corner" closed={closed}>
      {() => (
        <>
          <h2>{share.title}</h2>
          <p class="lead">{share.lead}</p>
          <Invitation first />
        </>
      )}
    </Sheet>
  );
}
