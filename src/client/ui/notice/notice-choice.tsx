// The choice of what to be told of while not looking. The browser is asked for its permission by a press here, and never else.
import { choices } from "../../../protocol/notice.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { choice, choose, hindrance } from "./choice.ts";

/** The choice, or a sentence on why there is none; nothing where nothing can be done about that. */
export function NoticeChoice() {
  const { notice } = laterWords.value;
  const why = hindrance.value;
  if (why === "none") return null;
  return (
    <div class="notice">
      <h3 id="notice">
        <LaterIcon is="bell" />
        {notice.title}
      </h3>
      {why === undefined ? (
        <>
          <fieldset class="choice" aria-labelledby="notice" aria-describedby="notice-hint">
            {choices.map((each) => (
              <button key={each} type="button" aria-pressed={each === choice.value} onClick={() => choose(each)}>
                {notice[each]}
              </button>
            ))}
          </fieldset>
          <p id="notice-hint">{notice.hint}</p>
        </>
      ) : (
        <p role="status">{notice[why]}</p>
      )}
    </div>
  );
}
