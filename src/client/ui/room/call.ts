// Calls the room of this address while all the rest is still on its way: see early-call.ts.
import { callEarly } from "../../early-call.ts";
import { roomHere } from "./address.ts";

const { name } = roomHere();
// Or another transport may be asked for.
if (name !== undefined && !location.search) callEarly(name);
// The browser's first formatter of times costs it more than anything else on the screen, and every later one is cheap: it is
// made while there is nothing to do but wait.
void new Intl.DateTimeFormat();
