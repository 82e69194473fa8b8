// Has a room push to this browser: its push service is asked for a subscription, and the room gets that.
import type { Wanted } from "../../protocol/push.ts";
import { askForPush, type No, pushKey } from "./ask.ts";
import { inTime } from "./in-time.ts";

/** The browser's push service may have so long, in milliseconds: some never answer that they can't be reached. */
const PATIENCE_MS = 20_000;

/** Where the room pushes to from now on, or why it doesn't: `service` is what the browser said that it has none. */
export type Arranged = { is: "set"; endpoint: string } | { is: "not"; why: No | "service" };

/** Does it, or does it again: that changes nothing where all is as it was. */
export async function arrangePush(manager: PushManager, room: string, choice: Wanted): Promise<Arranged> {
  const key = await pushKey(room);
  if (key === undefined) return { is: "not", why: "unreachable" };
  const subscription = await inTime(PATIENCE_MS, subscribe(manager, key)).catch(() => undefined);
  if (subscription === undefined) return { is: "not", why: "service" };
  const why = await askForPush(room, subscription, choice);
  return why === undefined ? { is: "set", endpoint: subscription.endpoint } : { is: "not", why };
}

async function subscribe(manager: PushManager, applicationServerKey: string): Promise<PushSubscription> {
  const how = { userVisibleOnly: true, applicationServerKey };
  try {
    return await manager.subscribe(how);
  } catch (fault) {
    // One that is there is for another key: this deployment has lost the one it had.
    const other = await manager.getSubscription();
    if (other === null) throw fault;
    await other.unsubscribe();
    return manager.subscribe(how);
  }
}
