// What stands in a room where nothing was said yet: how to bring others here.
import { laterWords } from "../../i18n/later/index.ts";
import { Mark } from "../controls/icons.tsx";
import type { View } from "../room/view.ts";
import { asksPass } from "./asks-pass.ts";
import { Invitation } from "./invitation.tsx";

/** The invitation, to somebody who is alone here or not. */
export function FirstHere({ view, alone }: { view: View; alone: boolean }) {
  const { empty } = laterWords.value;
  const asks = asksPass(view);
  return (
    <section class="empty">
      <Mark />
      <h2>{alone ? empty.alone : empty.together}</h2>
      <p>{asks ? empty.leadPass : empty.lead}</p>
      <Invitation asks={asks} />
    </section>
  );
}
