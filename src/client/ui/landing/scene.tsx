// What a room looks like, drawn with the room's own parts. Nothing to load, and nothing in it can be pressed.
import type { Person } from "../../../protocol/person.ts";
import { landingWords } from "../../i18n/landing/index.ts";
import { Icon, Mark } from "../controls/icons.tsx";
import { Avatar, personStyle } from "../people/avatar.tsx";

/** A few lines of talk, one of them from a terminal. */
export function Scene() {
  const { scene } = landingWords.value;
  const mei: Person = { member: "mei", name: scene.mei, tag: "p6ly" };
  const curl: Person = { member: "curl", name: scene.guest, tag: "b4nt" };
  return (
    <div class="scene" role="img" aria-label={scene.label}>
      <p class="bar">
        <Mark />
        <span>
          <span class="host">{location.host}/r/</span>
          {scene.room}
        </span>
        <span class="present">
          <Icon is="people" /> 4
        </span>
      </p>
      <div class="lines">
        <Said person={mei} text={scene.first} />
        <p class="mine">{scene.second}</p>
        <p class="chips">
          <span>🎉 2</span>
        </p>
        <Said person={curl} text={scene.third} code />
      </div>
      <p class="typing">
        <i /> {scene.typing}
      </p>
    </div>
  );
}

function Said({ person, text, code = false }: { person: Person; text: string; code?: boolean }) {
  return (
    <div class="theirs" style={personStyle(person)}>
      <Avatar person={person} />
      <div>
        <p class="name">
          {person.name}
          <span class="tag">{person.tag}</span>
        </p>
        <p class={code ? "from-shell" : ""}>{text}</p>
      </div>
    </div>
  );
}
