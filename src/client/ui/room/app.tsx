// Where the client of a room starts: the address says which one.
import { render } from "preact";
import { joinHere } from "../../browser.ts";
import { words } from "../../i18n/index.ts";
import type { Room } from "../../room.ts";
import { breath, whenIdle } from "../browser/idle.ts";
import { followKeyboard } from "../browser/keyboard.ts";
import { speakAsChosen } from "../browser/language.ts";
import { recall } from "../browser/remembered.ts";
import { hueOf } from "../people/hue.ts";
import { firstName } from "../people/own-name.ts";
import { NEW, roomHere } from "./address.ts";
import { fetchMissing, laterStyle } from "./lazily.ts";
import { RoomScreen } from "./room-screen.tsx";
import { showRoom } from "./view.ts";

/** The screen of this address, in the words of this reader. */
async function screen() {
  const { written, name } = roomHere();
  const speaking = speakAsChosen();
  if (name === undefined) {
    const [{ NoRoom }] = await Promise.all([import("./no-room.tsx"), laterStyle(), speaking]);
    return <NoRoom written={written} />;
  }
  await speaking;
  document.documentElement.style.setProperty("--hue", String(hueOf(name)));
  if (location.search || recall("transport")) await fallback();
  const room = joinHere(name, firstName(words.value));
  if (location.hash === NEW) {
    room.moderate({ kind: "create" });
    // Who comes by this address later finds a room that is there.
    history.replaceState(null, "", location.pathname);
  }
  whenIdle(async () => {
    void fallback(room);
    const offline = await import("../offline/offline.ts").catch(() => undefined);
    offline?.prepareForOffline(room);
  });
  // To call the room is one task, to draw it another.
  await breath();
  return <RoomScreen view={showRoom(room)} />;
}

let found: Promise<unknown> | undefined;

/** Sees to it that there is a way round where no WebSocket comes through: at once where one was needed before, or is asked for. */
function fallback(joined?: Room): Promise<unknown> {
  found ??= import("../fallback/fallback.ts").then((part) => part.install(joined));
  return found.catch(() => (found = undefined));
}

/** Not awaited at the top of this module: the parts that are fetched later import from it, and would wait for each other. */
async function start() {
  const shown = await screen();
  const root = document.getElementById("app");
  if (root !== null) render(shown, root);
}

followKeyboard();
addEventListener("online", fetchMissing);
void start();
