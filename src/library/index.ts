// Parlor as a library: rooms for bots, scripts and pages of your own, in Node ≥ 22, in browsers and in Workers.

export { readWay, type Way } from "../client/fallback/ways.ts";
export type { Room } from "../client/room.ts";
export type { Link, State } from "../client/state.ts";
export type { Message } from "../protocol/event.ts";
export type { Person } from "../protocol/person.ts";
export { type JoinOptions, join, type Member, newSecret, type OpenSocket } from "./join.ts";
