// Whether an address is enough to come in.
import type { View } from "../room/view.ts";

/** The room asks whoever comes for its passcode. */
export function asksPass(view: View): boolean {
  return view.state.value.rules.pass === true;
}
