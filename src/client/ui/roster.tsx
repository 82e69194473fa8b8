// Who is here now, myself first, and the few settings there are.
import { words } from "../i18n/index.ts";
import { Avatar } from "./avatar.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Name } from "./name.tsx";
import { OwnName } from "./own-name.tsx";
import type { View } from "./view.ts";

/** The people in the room. */
export function Roster({ view }: { view: View }) {
  const { here, count, you } = view.state.value;
  const { roster } = words.value;
  const others = here
    .filter((member) => member !== you?.member)
    .flatMap((member) => view.people.value.get(member) ?? []);
  const unnamed = count - here.length;
  return (
    <>
      <h2>
        {roster.title} <span class="count">{count}</span>
      </h2>
      <ul class="people">
        {you !== undefined && (
          <li>
            <Avatar person={you} />
            <OwnName view={view} />
            <span class="tag">{roster.you}</span>
          </li>
        )}
        {others.map((person) => (
          <li key={person.member}>
            <Avatar person={person} />
            <Name person={person} />
          </li>
        ))}
        {unnamed > 0 && <li class="more">{roster.more(unnamed)}</li>}
      </ul>
      <LanguageChoice />
    </>
  );
}
