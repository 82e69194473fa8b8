// Web Push: what a browser says to be told of a room while nobody looks. What it is told: pushed.ts.
import * as v from "valibot";
import { choices } from "./notice.ts";

const Endpoint = v.pipe(v.string(), v.maxLength(2000), v.url());

/** The choices that need a subscription. */
export const Wanted = v.picklist(choices.filter((choice) => choice !== "off"));
export type Wanted = v.InferOutput<typeof Wanted>;

/** A browser's subscription, as its PushManager gives it, and what it is for: a P-256 point and 16 bytes are its keys. */
export const Subscription = v.object({
  endpoint: Endpoint,
  keys: v.object({
    p256dh: v.pipe(v.string(), v.regex(/^B[A-Za-z0-9_-]{86}=?$/)),
    auth: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}(==)?$/)),
  }),
  choice: Wanted,
});
export type Subscription = v.InferOutput<typeof Subscription>;

/** Which subscription is to go. */
export const Unsubscription = v.object({ endpoint: Endpoint });

/** The key that a browser subscribes with: this deployment's, the same in all of its rooms. */
export const PushKey = v.object({ key: v.string() });
