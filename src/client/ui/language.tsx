// The choice of language, by each language's own name.
import { languages, speak, words } from "../i18n/index.ts";
import { remember } from "./remembered.ts";

/** The choice of language. */
export function Language() {
  return (
    <fieldset class="language" aria-label={words.value.language}>
      {languages.map(({ lang, itself }) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          aria-pressed={lang === words.value.lang}
          onClick={() => {
            remember("language", lang);
            speak([lang]);
          }}
        >
          {itself}
        </button>
      ))}
    </fieldset>
  );
}
