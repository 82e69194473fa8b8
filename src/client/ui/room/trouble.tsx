// A sentence about the connection, when something is to be said or done about it.
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import type { Link } from "../../state.ts";
import { useNow } from "../browser/now.ts";
import { asksPass } from "../moderation/passcode.tsx";
import { Lacking } from "./lacking.tsx";
import { lacking, outdated } from "./lazily.ts";
import type { View } from "./view.ts";

/** An interruption shorter than this is nobody's business. */
const CALM_MS = 5000;

/** The sentence, over the timeline so that nothing moves. */
export function Trouble({ view }: { view: View }) {
  const link = view.link.value;
  const now = useNow(link.is === "waiting" || link.is === "connecting");
  return (
    <div class="trouble" role="status">
      <Sentence view={view} link={link} now={now} />
      {outdated.value && link.is === "open" && (
        <p>
          {laterWords.value.link.newer} <Reload />
        </p>
      )}
      {lacking.value && !outdated.value && <Lacking />}
    </div>
  );
}

function Reload() {
  return (
    <button type="button" onClick={() => location.reload()}>
      {laterWords.value.link.reload}
    </button>
  );
}

function Sentence({ view, link, now }: { view: View; link: Link; now: number }) {
  const { connect } = words.value.link;
  const { link: say } = laterWords.value;
  switch (link.is) {
    case "open":
      return null;
    case "off":
      return (
        <p>
          {say.youLeft}{" "}
          <button type="button" onClick={view.room.connect}>
            {connect}
          </button>
        </p>
      );
    case "refused":
      if (asksPass(link)) return null;
      return (
        <p>
          {whyNot(link.code)} {link.reason && <bdi>{link.reason}</bdi>}{" "}
          {link.remedy === "reload" ? <Reload /> : <a href="/">{say.goHome}</a>}
        </p>
      );
    case "connecting":
      return isCalm(link, now) ? null : <p>{say.stillTrying}</p>;
    case "waiting":
      // Why a full room keeps one waiting is told at once: it is no interruption, and nothing one could mend.
      if (link.code !== "full" && isCalm(link, now)) return null;
      return (
        <p>
          {link.code === "full" ? whyNot("full") : say.lost} <span aria-hidden="true">{again(link.until - now)}</span>{" "}
          <button type="button" onClick={view.room.nudge}>
            {say.tryNow}
          </button>
        </p>
      );
  }
}

/** When the next try is, in as many figures' width at 9 s as at 10, so that nothing moves. */
function again(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  return laterWords.value.link.again(seconds) + (seconds < 10 ? "\u2007" : "");
}

function isCalm({ since }: { since: number }, now: number): boolean {
  return since === 0 || now - since < CALM_MS;
}
