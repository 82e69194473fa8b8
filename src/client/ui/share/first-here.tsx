// What stands in a room where nothing was said yet: how to bring others here.
import { laterWords } from "../../i18n/later/index.ts";
import { Mark } from "../controls/icons.tsx";
import { Invitation } from "./invitation.tsx";

/** The invitation, to somebody who is alone here or not. */
export function FirstHere({ alone }: { alone: boolean }) {
  const { empty } = laterWords.value;
  return (
    <section class="empty">
      <Mark />
      <h2>{alone ? empty.alone : empty.together}</h2>
      <p>{empty.lead}</p>
      <Invitation />
    </section>
  );
}
