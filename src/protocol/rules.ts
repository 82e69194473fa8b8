// What is set for a whole room, besides its topic: its title, who may write, how fast, and who may come in.
import * as v from "valibot";
import { KEPT_S, SLOWEST_S } from "./limits.ts";
import { Pass } from "./pass.ts";
import { cleanTopic, fitsTopic } from "./topic.ts";

const rules = {
  /** What it is called on screen; `""` is its name. One line, as long as a topic at most. */
  title: v.pipe(v.string(), v.transform(cleanTopic), v.check(fitsTopic)),
  /** Who may write, react and change. */
  write: v.picklist(["everyone", "members", "moderators"]),
  /** Nobody comes in who is no member yet. */
  locked: v.boolean(),
  /** Seconds that anybody below a moderator waits between two messages. */
  slow: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(SLOWEST_S)),
  /** Seconds after which what was said is forgotten; 0 is never. */
  keep: v.picklist(KEPT_S),
  /** Search engines may list it. */
  listed: v.boolean(),
  /** Whoever comes in says a passcode. */
  pass: v.boolean(),
};

export const Rules = v.object(rules);
export type Rules = v.InferOutput<typeof Rules>;

/** Some of them, at least one: the others stay as they are. */
export const NewRules = v.pipe(
  v.object({
    title: v.exactOptional(rules.title),
    write: v.exactOptional(rules.write),
    locked: v.exactOptional(rules.locked),
    slow: v.exactOptional(rules.slow),
    keep: v.exactOptional(rules.keep),
    listed: v.exactOptional(rules.listed),
    /** The passcode itself, which is told to nobody; `null` takes it away. */
    pass: v.exactOptional(v.nullable(Pass)),
  }),
  v.check((some) => Object.keys(some).length > 0),
);
export type NewRules = v.InferOutput<typeof NewRules>;

/** The rules of a room for which nobody has set any. */
export const OPEN: Rules = {
  title: "",
  write: "everyone",
  locked: false,
  slow: 0,
  keep: 0,
  listed: false,
  pass: false,
};
