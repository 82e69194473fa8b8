import { describe, expect, it } from "vitest";
import type { Op } from "../../src/protocol/op.ts";
import { ROLES, type Role } from "../../src/protocol/role.ts";
import { denies, type Scene } from "../../src/room/permissions.ts";

const id = "an-op-of-anns-0001";
const body = { text: "hi" };
const who = "bo";
const to = { url: "https://example.com/", secret: `whsec_${"A".repeat(32)}`, tells: ["messages" as const] };
const ops = {
  send: { id, kind: "send", body },
  edit: { id, kind: "edit", target: 1, body },
  delete: { id, kind: "delete", target: 1 },
  react: { id, kind: "react", target: 1, emoji: "👍", on: true },
  rename: { id, kind: "rename", name: "Ann" },
  topic: { id, kind: "topic", text: "tea" },
  create: { id, kind: "create" },
  title: { id, kind: "rules", rules: { title: "Tea" } },
  slow: { id, kind: "rules", rules: { slow: 10 } },
  locked: { id, kind: "rules", rules: { locked: true } },
  write: { id, kind: "rules", rules: { write: "members" } },
  keep: { id, kind: "rules", rules: { keep: 86_400 } },
  listed: { id, kind: "rules", rules: { listed: true } },
  erase: { id, kind: "erase" },
  leave: { id, kind: "leave" },
  pass: { id, kind: "rules", rules: { pass: { code: "sesame" } } },
  "slow and write": { id, kind: "rules", rules: { slow: 10, write: "members" } },
  owner: { id, kind: "role", who, role: "owner" },
  moderator: { id, kind: "role", who, role: "moderator" },
  member: { id, kind: "role", who, role: "member" },
  guest: { id, kind: "role", who, role: "guest" },
  mute: { id, kind: "mute", who, seconds: 60 },
  kick: { id, kind: "kick", who },
  ban: { id, kind: "ban", who, seconds: null },
  bot: { id, kind: "bot", who, name: "Weather", may: "both" },
  hook: { id, kind: "hook", who, name: "Build" },
  "outgoing hook": { id, kind: "hook", who, name: "Build", to },
  pause: { id, kind: "pause", who, on: true },
  resume: { id, kind: "pause", who, on: false },
  revoke: { id, kind: "revoke", who },
} as const satisfies Record<string, Op>;
type Deed = keyof typeof ops;

const open: Scene = {
  made: true,
  owned: true,
  write: "everyone",
  role: "guest",
  muted: false,
  own: false,
  over: "guest",
  out: false,
};

// Who may, of guests (g), members (m), moderators (M) and the owner (O), when it is about …
const table: Record<Deed, { own: string; guest: string; member: string; moderator: string; owner: string }> = {
  send: { own: "gmMO", guest: "gmMO", member: "gmMO", moderator: "gmMO", owner: "gmMO" },
  react: { own: "gmMO", guest: "gmMO", member: "gmMO", moderator: "gmMO", owner: "gmMO" },
  rename: { own: "gmMO", guest: "gmMO", member: "gmMO", moderator: "gmMO", owner: "gmMO" },
  edit: { own: "gmMO", guest: "", member: "", moderator: "", owner: "" },
  delete: { own: "gmMO", guest: "MO", member: "MO", moderator: "O", owner: "" },
  topic: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  create: { own: "", guest: "", member: "", moderator: "", owner: "" },
  title: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  slow: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  locked: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  write: { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  keep: { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  listed: { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  erase: { own: "gmMO", guest: "gmMO", member: "gmMO", moderator: "gmMO", owner: "gmMO" },
  leave: { own: "mM", guest: "mM", member: "mM", moderator: "mM", owner: "mM" },
  pass: { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  "slow and write": { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  owner: { own: "", guest: "O", member: "O", moderator: "O", owner: "" },
  moderator: { own: "", guest: "O", member: "O", moderator: "O", owner: "" },
  member: { own: "", guest: "MO", member: "MO", moderator: "O", owner: "" },
  guest: { own: "", guest: "MO", member: "MO", moderator: "O", owner: "" },
  mute: { own: "", guest: "MO", member: "MO", moderator: "O", owner: "" },
  kick: { own: "", guest: "MO", member: "MO", moderator: "O", owner: "" },
  ban: { own: "", guest: "MO", member: "MO", moderator: "O", owner: "" },
  bot: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  hook: { own: "MO", guest: "MO", member: "MO", moderator: "MO", owner: "MO" },
  "outgoing hook": { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  pause: { own: "gmMO", guest: "O", member: "O", moderator: "O", owner: "O" },
  resume: { own: "O", guest: "O", member: "O", moderator: "O", owner: "O" },
  revoke: { own: "MO", guest: "MO", member: "MO", moderator: "O", owner: "" },
};
const letters: Record<Role, string> = { guest: "g", member: "m", moderator: "M", owner: "O" };
const targets = ["own", "guest", "member", "moderator", "owner"] as const;

/** The letters of all who may. */
function whoMay(deed: Deed, scene: Partial<Scene>): string {
  const may = ROLES.filter((role) => denies(ops[deed], { ...open, ...scene, role }) === undefined);
  return may.map((role) => letters[role]).join("");
}

describe("who may do what in a room that has an owner", () => {
  const cases = Object.entries(table).flatMap(([deed, row]) => targets.map((target) => [deed, target, row] as const));
  it.each(cases)("%s, about %s", (deed, target, row) => {
    const scene = target === "own" ? { own: true } : { over: target };
    expect(whoMay(deed as Deed, scene)).toBe(row[target]);
  });
});

describe("what the operator may", () => {
  const keepsOrder =
    /^(delete|topic|title|slow|locked|write|keep|listed|pass|slow and write|owner|moderator|member|guest)$/;
  const showsOut = /^(mute|kick|ban|bot|hook|outgoing hook|pause|resume|revoke)$/;
  it.each(Object.keys(ops) as Deed[])("%s, about anybody, wherever and whatever holds there", (deed) => {
    const may = keepsOrder.test(deed) || showsOut.test(deed);
    const scenes = [true, false].flatMap((yes) =>
      ROLES.map((over) => ({
        ...open,
        over,
        muted: yes,
        owned: yes,
        made: yes,
        out: yes,
        write: "moderators" as const,
      })),
    );
    for (const scene of scenes)
      expect(denies(ops[deed], { ...scene, role: "operator" })).toBe(may ? undefined : "not_allowed");
  });
});

describe("who may do what in a room that has none", () => {
  const nobodys = { owned: false, made: true };
  it.each(Object.keys(ops) as Deed[])("%s", (deed) => {
    // Nobody is more than a member there.
    const may = (["guest", "member"] as const).filter(
      (role) => denies(ops[deed], { ...open, ...nobodys, role, over: "member" }) === undefined,
    );
    const everybody = ["send", "react", "rename", "topic", "erase"].includes(deed);
    expect(may).toEqual(everybody ? ["guest", "member"] : deed === "leave" ? ["member"] : []);
  });

  it("a room is created by whoever comes first, and then no more", () => {
    expect(whoMay("create", { made: false, owned: false })).toBe("gmMO");
    expect(denies(ops.create, open)).toBe("exists");
  });
});

describe("who may write", () => {
  it.each([
    ["everyone", "gmMO"],
    ["members", "mMO"],
    ["moderators", "MO"],
  ] as const)("where %s may", (write, may) => {
    expect(whoMay("send", { write })).toBe(may);
    expect(whoMay("react", { write })).toBe(may);
    expect(whoMay("edit", { write, own: true })).toBe(may);
    // What one has said one can always take back.
    expect(whoMay("delete", { write, own: true })).toBe("gmMO");
  });

  it("who is muted may take back what they said, and nothing else", () => {
    const muted = { muted: true, own: true };
    for (const deed of ["send", "react", "edit", "rename"] as const) expect(whoMay(deed, muted)).toBe("");
    expect(denies(ops.send, { ...open, muted: true })).toBe("muted");
    expect(whoMay("delete", muted)).toBe("gmMO");
  });
});
