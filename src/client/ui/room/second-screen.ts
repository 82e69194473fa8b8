// All that is fetched second, together: cut into pieces it would be larger, and later.

export { copyText } from "../browser/copy-text.ts";
export { About } from "../composer/about.tsx";
export { Aids } from "../composer/aids.tsx";
export { obey } from "../composer/commands.ts";
export { InParts } from "../composer/in-parts.tsx";
export { Sheet } from "../controls/sheet.tsx";
export { ActionBar } from "../message/actions/bar.tsx";
export { MessageSheet } from "../message/actions/sheet.tsx";
export { followAttention } from "../message/attention.ts";
export { Failures } from "../message/failures.tsx";
export { Going } from "../message/going.tsx";
export { Passcode } from "../moderation/passcode.tsx";
export { watchRoom } from "../notice/watch.ts";
export { tagOf } from "../people/program-tag.ts";
export { Roster } from "../people/roster.tsx";
export { SearchButton } from "../search/search-button.tsx";
export { Latest } from "../timeline/latest.tsx";
export { Mark } from "../timeline/mark.tsx";
export { Beneath } from "./beneath.tsx";
export { Over } from "./over.tsx";
export { Trouble } from "./trouble.tsx";
