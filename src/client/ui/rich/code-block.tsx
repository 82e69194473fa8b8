// Code in a block of its own: verbatim, with its language and a button that copies it. Its colours come later.
import { useMemo, useRef } from "preact/hooks";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { sayBriefly } from "../browser/brief.ts";
import { copy, justCopied } from "../browser/copy.ts";
import { idle } from "../browser/idle.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { lazily } from "../room/lazily.ts";
import { Sideways } from "./sideways.tsx";

// Its colours are for when everything can be read.
const painter = lazily(() => idle().then(() => import("./paint.tsx")));

interface Props {
  text: string;
  /** The name beside the fence; it may be empty. */
  lang: string;
}

/** A block of code. */
export function CodeBlock({ text, lang }: Props) {
  const { rich } = laterWords.value;
  const code = useRef<HTMLElement>(null);
  // Code of no language stays plain and needs no painter.
  const part = lang ? painter.value : undefined;
  const painted = useMemo(() => part?.paint(text, lang), [part, text, lang]);
  const done = justCopied.value === text;

  const press = async () => {
    if (await copy(text)) return;
    // Where pages may not copy, it is selected for the reader to do it; colours that came after that would undo it.
    if (lang) await painter.load();
    requestAnimationFrame(() => {
      if (code.current) getSelection()?.selectAllChildren(code.current);
    });
    sayBriefly(rich.byHand);
  };
  return (
    <div class="code-block" dir="ltr">
      <div class="head">
        <span>{lang}</span>
        <button type="button" onClick={press}>
          <LaterIcon is={done ? "save" : "copy"} />
          {/* Both words take their place, so that the button does not change its width. */}
          <span class="either" aria-live="polite">
            <span hidden={done}>{rich.copy}</span>
            <span hidden={!done}>{words.value.copied}</span>
          </span>
        </button>
      </div>
      <Sideways class="lines" dir="ltr">
        <pre>
          <code ref={code} key={painted ? "painted" : "plain"}>
            {painted ?? text}
          </code>
        </pre>
      </Sideways>
    </div>
  );
}
