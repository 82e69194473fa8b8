// The front page: what this is, the ways into a room, the rooms one has been to, and what a room looks like.
import { useSignalEffect } from "@preact/signals";
import { landingWords } from "../../i18n/landing/index.ts";
import { LanguageChoice } from "../browser/language-choice.tsx";
import { Mark } from "../controls/icons.tsx";
import { TerminalLines } from "../controls/terminal-lines.tsx";
import { roomPath } from "../room/links.ts";
import { ByName } from "./by-name.tsx";
import { createPrivate } from "./enter.ts";
import { Recent } from "./recent.tsx";
import { Scene } from "./scene.tsx";

/** The front page. What stands above `ways` stands in the page's HTML too, to be read before any script has come. */
export function Landing() {
  const say = landingWords.value;
  const lobby = roomPath(say.example);
  useSignalEffect(() => {
    document.title = `Parlor · ${landingWords.value.title}`;
  });
  return (
    <div class="landing">
      <main>
        <div class="hero">
          <p class="brand">
            <Mark /> Parlor
          </p>
          <h1>{say.title}</h1>
          <p class="lead">{say.lead}</p>
          <div class="ways">
            <button type="button" class="primary" onClick={createPrivate}>
              {say.newRoom}
            </button>
            <a class="secondary" href={lobby}>
              {say.lobby}
            </a>
            <p class="hint">{say.newRoomHint}</p>
          </div>
          <ByName />
          <Recent />
        </div>
        <div class="proof">
          <Scene />
          <section class="every">
            <h2>{say.everyTitle}</h2>
            <p>{say.every}</p>
            <TerminalLines address={location.origin + lobby} />
          </section>
        </div>
      </main>
      <footer>
        <LanguageChoice />
      </footer>
    </div>
  );
}
