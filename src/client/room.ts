// A room as a client holds it: everything the screen, a bot or a test can do, and the state to show.
import type { Message } from "../protocol/event.ts";
import type { Moderation } from "../protocol/moderation.ts";
import type { Pass } from "../protocol/pass.ts";
import type { Answer } from "./asks.ts";
import type { State, Wish } from "./state.ts";
import type { LastPage } from "./store/last-pages.ts";

export interface Room {
  /** The state now; replaced, never changed. */
  readonly state: State;
  /** Calls `listener` after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;

  /** Puts a message into the outbox. It is on screen at once as pending. Returns the op's id. */
  send(text: string, options?: { replyTo?: number; me?: true }): string;
  /** Makes the room mine, where nothing was said in it yet; sets its rules; has somebody be more here, or less, or go. */
  moderate(wish: Wish<Moderation>): void;
  edit(target: number, text: string, options?: { me?: true }): void;
  delete(target: number): void;
  react(target: number, emoji: string, on: boolean): void;
  rename(name: string): void;
  /** Says what the room is about, in one line; `""` takes the topic away. */
  setTopic(text: string): void;

  /** Tries a failed op again (a new op of the same content), or drops it. Drop gives its text back. */
  retry(id: string): void;
  discard(id: string): void;

  /** Tells the others that I am typing; may be called at each key, sends at most every 3 s. */
  typing(on: boolean): void;
  /** I look at the room, or away from it. On each new link the room takes for granted that I look. */
  looking(on: boolean): void;
  /** I have seen everything up to this seq. */
  sawUpTo(seq: number): void;
  /** Asks for the page before the oldest message shown, or after the newest of a passage. */
  loadOlder(): void;
  loadNewer(): void;
  /** Sees to it that a message is among those shown, by a passage around it if need be. False where it can't be had. */
  goTo(seq: number): Promise<boolean>;
  /** Shows the latest again. */
  latest(): void;
  /** The screen is at the end and nobody sees the oldest messages: beyond 300 loaded, lets all but 200 go. */
  keepLatest(): void;
  /** One message that is not loaded, for a quote; undefined where there is none or the link is down. */
  lookUp(seq: number): Promise<Message | undefined>;

  /**
   * Looks for messages that hold these words, back from a seq or from the latest, as far as one answer goes (`reached`).
   * Undefined where the room refused or the link is down.
   */
  search(words: string, before?: number): Promise<Answer | undefined>;

  /** Shows what was kept of this room, until the room itself is heard. */
  showKept(page: LastPage): void;

  /** Tries to come into a room that has asked for its passcode. */
  enter(pass: Pass): void;
  /** Disconnect and Connect, the article's controls. */
  disconnect(): void;
  connect(): void;
  /** The page goes away: sends at once what would be kept first. */
  hurry(): void;
  /** The tab is seen again, or the network is back: try now. */
  nudge(): void;
  /** Leaves for good: no more timers, no more listeners. */
  leave(): void;
}
