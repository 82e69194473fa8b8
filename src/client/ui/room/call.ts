// Calls the room of this address while all the rest is still on its way: see early-call.ts.
import { callEarly } from "../../early-call.ts";
import { roomHere } from "./address.ts";

const { name } = roomHere();
if (name !== undefined) callEarly(name);
