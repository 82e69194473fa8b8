// Where the client of a room starts: the address says which one.
import { render } from "preact";
import { roomName } from "../../../protocol/room-name.ts";
import { joinHere } from "../../browser.ts";
import { words } from "../../i18n/index.ts";
import { breath, painted, whenIdle } from "../browser/idle.ts";
import { followKeyboard } from "../browser/keyboard.ts";
import { speakAsChosen } from "../browser/language.ts";
import { hueOf } from "../people/hue.ts";
import { firstName } from "../people/own-name.ts";
import { clock } from "../timeline/when.ts";
import { laterStyle } from "./lazily.ts";
import { RoomScreen } from "./room-screen.tsx";
import { showRoom } from "./view.ts";

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return "";
  }
}

/** The screen of this address, in the words of this reader. */
async function screen() {
  const written = decoded(location.pathname.split("/")[2] ?? "");
  const name = roomName(written);
  const speaking = speakAsChosen();
  if (name === undefined) {
    const [{ NoRoom }] = await Promise.all([import("./no-room.tsx"), laterStyle(), speaking]);
    return <NoRoom written={written} />;
  }
  await speaking;
  document.documentElement.style.setProperty("--hue", String(hueOf(name)));
  const room = joinHere(name, firstName(words.value));
  whenIdle(async () => {
    const offline = await import("../offline/offline.ts").catch(() => undefined);
    offline?.prepareForOffline(room);
  });
  return <RoomScreen view={showRoom(room)} />;
}

/** Not awaited at the top of this module: the parts that are fetched later import from it, and would wait for each other. */
async function start() {
  await breath();
  const shown = await screen();
  await breath();
  const root = document.getElementById("app");
  if (root !== null) render(shown, root);
  // While the room is being called there is time to make what the first message needs most: a formatter of times.
  void painted().then(() => clock(Date.now(), words.value.lang));
}

followKeyboard();
void start();
