// One person in a sheet: what somebody who keeps the room in order can do about them.

import { useSignal } from "@preact/signals";
import { DAY_S } from "../../../protocol/limits.ts";
import type { Moderation } from "../../../protocol/moderation.ts";
import type { Person } from "../../../protocol/person.ts";
import { isolate } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import type { Wish } from "../../state.ts";
import { Sheet } from "../controls/sheet.tsx";
import { Avatar } from "../people/avatar.tsx";
import { Name } from "../people/name.tsx";
import { programIn } from "../people/program-tag.ts";
import type { View } from "../room/view.ts";
import { myRole, roleOf } from "./standing.ts";

interface Deed {
  name: string;
  /** Asked once more, for it can't be taken back, or hurts. */
  sure?: string;
  wish: Wish<Moderation>;
}

/** What goes along with showing somebody out. */
interface How {
  reason?: string;
  address?: true;
}

interface Props {
  view: View;
  person: Person;
  mention: () => void;
  closed: () => void;
}

const MUTE_S = 600;

/** The sheet of a person. */
export function MemberSheet({ view, person, mention, closed }: Props) {
  const { roster, moderation: say } = laterWords.value;
  const reason = useSignal("");
  const asked = useSignal<string | undefined>(undefined);
  const address = useSignal(false);
  const deeds = deedsFor(view, person, {
    ...(reason.value.trim() !== "" && { reason: reason.value.trim() }),
    ...(address.value && { address: true }),
  });
  return (
    <Sheet name={person.name} at="corner" closed={closed}>
      {(close) => (
        <>
          <p class="whose">
            <Avatar person={person} />
            <Name person={person} />
          </p>
          <div class="deeds">
            <button
              type="button"
              onClick={() => {
                close();
                mention();
              }}
            >
              {roster.mention(isolate(person.name))}
            </button>
            {deeds.map(({ name, sure, wish }) => (
              <button
                key={name}
                type="button"
                class={sure === undefined ? "" : "grave"}
                onClick={() => {
                  if (sure !== undefined && asked.value !== name) {
                    asked.value = name;
                    return;
                  }
                  view.room.moderate(wish);
                  close();
                }}
              >
                {asked.value === name ? sure : name}
              </button>
            ))}
          </div>
          {programIn(person) === undefined && (
            <>
              <label class="check">
                <input
                  type="checkbox"
                  checked={address.value}
                  onChange={({ currentTarget }) => {
                    address.value = currentTarget.checked;
                  }}
                />
                {say.address}
              </label>
              <label class="reason">
                {say.reason}
                <input
                  dir="auto"
                  maxLength={120}
                  value={reason.value}
                  onInput={({ currentTarget }) => {
                    reason.value = currentTarget.value;
                  }}
                />
              </label>
            </>
          )}
        </>
      )}
    </Sheet>
  );
}

/** What I can do about them, the mild first. */
function deedsFor(view: View, person: Person, how: How): Deed[] {
  const { moderation: say } = laterWords.value;
  const { member: who, name } = person;
  const owner = myRole(view) === "owner";
  const moderates = roleOf(view, who) === "moderator";
  const { address: _, ...because } = how;
  const named = isolate(name);
  const silences: Deed[] = [
    { name: say.mute, wish: { kind: "mute", who, seconds: MUTE_S } },
    { name: say.unmute, wish: { kind: "mute", who, seconds: 0 } },
  ];
  // A program does not come again by itself once its token is taken away.
  if (programIn(person) !== undefined) {
    return [...silences, { name: say.revoke, sure: say.revokeSure(named), wish: { kind: "revoke", who } }];
  }
  return [
    ...(owner && !moderates ? [{ name: say.appoint, wish: { kind: "role", who, role: "moderator" } } as const] : []),
    ...(owner && moderates ? [{ name: say.dismiss, wish: { kind: "role", who, role: "member" } } as const] : []),
    ...(moderates ? [] : [{ name: say.admit, wish: { kind: "role", who, role: "member" } } as const]),
    { name: say.unadmit, wish: { kind: "role", who, role: "guest" } },
    ...silences,
    ...(mayBeHere(view, who)
      ? [{ name: say.kick, sure: say.kickSure(named), wish: { kind: "kick", who, ...because } } as const]
      : []),
    { name: say.banDay, sure: say.banDaySure(named), wish: { kind: "ban", who, seconds: DAY_S, ...how } },
    { name: say.ban, sure: say.banSure(named), wish: { kind: "ban", who, seconds: null, ...how } },
    ...(owner
      ? [{ name: say.handOver, sure: say.handOverSure(named), wish: { kind: "role", who, role: "owner" } } as const]
      : []),
  ];
}

/** Whether there may be somebody to show out: in a big room not all who are here are named. */
function mayBeHere(view: View, who: string): boolean {
  const here = view.here.value;
  return here.includes(who) || view.count.value > here.length;
}
