// Where the client starts: the address says which screen it is.
import { render } from "preact";
import { roomName } from "../../protocol/room-name.ts";
import { joinHere } from "../browser.ts";
import { speak, words } from "../i18n/index.ts";
import { Landing } from "./landing.tsx";
import { NoRoom } from "./no-room.tsx";
import { firstName } from "./own-name.ts";
import { recall } from "./remembered.ts";
import { RoomScreen } from "./room-screen.tsx";
import { showRoom } from "./view.ts";

function screen() {
  const [, raw] = /^\/r\/([^/]*)\/?$/.exec(location.pathname) ?? [];
  if (raw === undefined) return <Landing />;
  const name = roomName(decoded(raw));
  if (name === undefined) return <NoRoom />;
  return <RoomScreen view={showRoom(joinHere(name, firstName(words.value)))} />;
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return "";
  }
}

const language = recall("language");
speak(language === undefined ? navigator.languages : [language]);
const root = document.getElementById("app");
if (root !== null) render(screen(), root);
