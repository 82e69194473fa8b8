// The choice of what to be told of while not looking. The browser is asked for its permission by a press here, and never else.
import { choices } from "../../../protocol/notice.ts";
import { noticeWords } from "../../i18n/notice/index.ts";
import type { Reach } from "../../push/bell.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { choose, hindrance, pushes, standing } from "./bell.ts";

/** What can be had by another press, at some of the ways in which it can stand. */
const FURTHER: Partial<Record<Reach, "more" | "again">> = {
  unasked: "more",
  unreachable: "again",
  service: "again",
  full: "again",
  refused: "again",
  untold: "again",
};

/** The choice, or a sentence on why there is none; nothing where nothing can be done about that. */
export function NoticeChoice() {
  const say = noticeWords.value;
  const why = hindrance.value;
  if (why === "none") return null;
  return (
    <div class="notice">
      <h3 id="notice">
        <LaterIcon is="bell" />
        {say.title}
      </h3>
      {why === undefined ? <Choice /> : <p role="status">{say[why]}</p>}
    </div>
  );
}

function Choice() {
  const say = noticeWords.value;
  const { choice, reach = "off" } = standing.value ?? {};
  const further = FURTHER[reach];
  return (
    <>
      <fieldset class="choice" aria-labelledby="notice" aria-describedby="notice-hint">
        {choices.map((each) => (
          <button key={each} type="button" aria-pressed={each === choice} onClick={() => void choose(each)}>
            {say[each]}
          </button>
        ))}
      </fieldset>
      <p id="notice-hint" role="status">
        {reach === "off" ? say.offer[pushes ? "always" : "cannot"] : say[reach]}
      </p>
      {further && (
        <button type="button" class="further" onClick={() => void choose(choice ?? "off")}>
          {say[further]}
        </button>
      )}
    </>
  );
}
