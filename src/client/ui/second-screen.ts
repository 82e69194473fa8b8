// All that is fetched second, together: cut into pieces it would be larger, and later.
export { ActionBar } from "./actions/bar.tsx";
export { MessageSheet } from "./actions/sheet.tsx";
export { Beneath } from "./beneath.tsx";
export { copyText } from "./copy-text.ts";
export { Failures } from "./failures.tsx";
export { Roster } from "./roster.tsx";
export { Sheet } from "./sheet.tsx";
export { Tab } from "./tab.tsx";
export { Trouble } from "./trouble.tsx";
export { walk } from "./walk.ts";
