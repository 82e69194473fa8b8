// The choice of language, by each language's own name.
import { words } from "../../i18n/index.ts";
import { languages } from "../../i18n/languages.ts";
import { choose } from "./language.ts";

/** The choice of language. */
export function LanguageChoice() {
  return (
    <fieldset class="language" aria-label={words.value.language}>
      {languages.map(({ lang, itself }) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          aria-pressed={lang === words.value.lang}
          onClick={() => choose(lang)}
        >
          {itself}
        </button>
      ))}
    </fieldset>
  );
}
