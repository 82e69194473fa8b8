// Who is here now, myself first and the others by name, and at the foot the few settings there are.
import type { Person } from "../../../protocol/person.ts";
import { isolate, words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { memberOpen } from "../moderation/member-open.ts";
import { canModerate } from "../moderation/standing.ts";
import type { View } from "../room/view.ts";
import { Settings } from "../settings/settings.tsx";
import { Avatar } from "./avatar.tsx";
import { callIn } from "./call-in.ts";
import { confusables } from "./confusables.ts";
import { lookAlikes } from "./look-alikes.ts";
import { Name } from "./name.tsx";
import { OwnName } from "./own-name.tsx";

/** The people in the room. */
export function Roster({ view }: { view: View }) {
  const you = view.you.value;
  const here = view.here.value;
  const count = view.count.value;
  const { roster, message, lang } = words.value;
  const others = here
    .filter((member) => member !== you?.member)
    .flatMap((member) => view.people.value.get(member) ?? [])
    .sort((a, b) => a.name.localeCompare(b.name, lang));
  const unnamed = count - here.length;
  const named = [...(you ? [you] : []), ...others].filter(({ guest }) => !guest);
  const looksLike = named.length > 1 ? confusables.value : undefined;
  const alike = looksLike && lookAlikes(named, looksLike);
  const mine = RoleOf({ person: you && view.people.value.get(you.member) });
  const open = view.link.value.is === "open";
  return (
    <>
      <h2>
        {open ? roster.title : laterWords.value.roster.unknown} {open && <span class="count">{count}</span>}
      </h2>
      <ul class="people">
        {you !== undefined && (
          <li class="me">
            <Avatar person={you} />
            <OwnName view={view} />
            {mine ?? <span class="tag">{message.you}</span>}
          </li>
        )}
        {others.map((person) => (
          <li key={person.member} class={view.leaving.value.includes(person.member) ? "leaving" : ""}>
            <Other
              view={view}
              person={person}
              typing={view.typing.value.includes(person.member)}
              like={alike?.get(person.member)}
            />
          </li>
        ))}
        {unnamed > 0 && <li class="more">{laterWords.value.roster.more(unnamed)}</li>}
      </ul>
      <Settings view={view} />
    </>
  );
}

/** That a name can be taken for somebody else's; the tags tell them apart. */
function LookAlike({ of }: { of: Person }) {
  const { alike, likeWhom } = laterWords.value.roster;
  const whole = likeWhom(isolate(of.name), of.tag);
  return (
    <span class="role alike" title={whole}>
      <span aria-hidden="true">{alike}</span>
      <span class="unseen-words">{whole}</span>
    </span>
  );
}

/** What they are here, where they are more than others. */
function RoleOf({ person }: { person: Person | undefined }) {
  const { roles } = laterWords.value.roster;
  const role = person?.role;
  return role === "owner" || role === "moderator" ? <span class="role">{roles[role]}</span> : null;
}

interface OtherProps {
  view: View;
  person: Person;
  typing: boolean;
  /** Somebody whose name looks the same. */
  like: Person | undefined;
}

/** Somebody else; a press calls them in what I write, or, where I keep order, opens what I can do. */
function Other({ view, person, typing, like }: OtherProps) {
  const { roster, moderation } = laterWords.value;
  const moderates = canModerate(view, person.member);
  return (
    <button
      type="button"
      title={(moderates ? moderation.menu : roster.mention)(isolate(person.name))}
      aria-haspopup={moderates && "dialog"}
      onClick={() => {
        if (moderates) memberOpen.value = person.member;
        else callIn(view, person);
      }}
    >
      <Avatar person={person} />
      <Name person={person} />
      <RoleOf person={person} />
      {like && <LookAlike of={like} />}
      {typing && (
        <span class="typing" role="img" aria-label={roster.typing}>
          <i />
        </span>
      )}
    </button>
  );
}
