// What comes to a room over HTTP and takes a turn, and what the room itself posts to others.
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Verdict } from "./accept.ts";
import { call } from "./call.ts";
import { Courier } from "./courier.ts";
import { deliver, type World } from "./deliver.ts";
import { Desk } from "./desk.ts";
import { shutsKeeper, wouldMake } from "./door.ts";
import { type Comer, UNMADE, type Unmade } from "./entrance.ts";
import { logFault } from "./fault.ts";
import { takeMove } from "./handover.ts";
import type { Delivery, Hook } from "./hooks.ts";
import { linesOf } from "./lines.ts";
import { person } from "./members.ts";
import type { Source } from "./meters.ts";
import { wants } from "./queue.ts";
import type { Arrival } from "./turn.ts";

/** What became of an op. `line` is the message as text, where it can be read. */
export interface Posted {
  verdict: Verdict;
  line: string | undefined;
}

const NOBODY: Comer = { address: "", pass: undefined };

export abstract class Postbox extends Desk {
  readonly #world: World = {
    core: () => this.core,
    now: () => Date.now(),
    call,
    record: async (member, op) => (await this.#take(person(member, "", true), NOBODY, op)).verdict,
  };
  protected readonly courier = new Courier(this.#world, (fault) => logFault(fault, this.core.name));

  protected abstract arrive(arrival: Arrival): void;

  /** Records one op over HTTP, in the room's next turn, unless it would make the room and who asks may not yet. */
  async post(who: Person, comer: Comer, op: Op): Promise<Posted | Unmade> {
    const makes = this.answer(() => wouldMake(this.core, comer, Date.now()));
    if (typeof makes !== "boolean") return { verdict: { is: "refused", refusal: makes }, line: undefined };
    return makes ? UNMADE : this.#take(who, comer, op);
  }

  #take(who: Person, { address, pass }: Comer, op: Op): Promise<Posted> {
    return new Promise((resolve) => {
      const settle = (verdict: Verdict) => {
        const lines = verdict.is === "refused" ? [] : this.answer(() => linesOf(this.core, [verdict.event]));
        resolve({ verdict, line: "code" in lines ? undefined : lines[0] });
      };
      this.arrive({ is: "post", person: who, address, pass, op, settle });
    });
  }

  /** The owner came with their secret to another device. */
  async takeMove(who: Person, address: string, secret: string): Promise<Refusal | undefined> {
    const taken = this.answer(() => takeMove(this.core, who, address, secret, Date.now()));
    if ("code" in taken) return taken;
    const { verdict } = await this.#take(taken.from, NOBODY, taken.op);
    if (verdict.is === "refused") return verdict.refusal;
  }

  /** Sends a webhook one event now, whether it has had that or not, for a member who keeps order here. */
  async sendAgain(source: Source, member: string, seq: number): Promise<Delivery | Refusal> {
    const hook = this.answer(() => this.#hookFor(source, member, seq));
    if ("code" in hook) return hook;
    const sent = await deliver(this.#world, hook, seq).catch((fault: unknown) => this.broke(fault));
    return sent ?? { code: "no_member" };
  }

  /** The webhook, if somebody may have it sent that event. */
  #hookFor(source: Source, member: string, seq: number): Hook | Refusal {
    const no = shutsKeeper(this.core, source, Date.now());
    if (no !== undefined) return no;
    const hook = this.core.hooks.at(member);
    if (hook === undefined) return { code: "no_member" };
    const event = this.core.log.at(seq);
    return event !== undefined && wants(hook, event) ? hook : { code: "no_message" };
  }
}
