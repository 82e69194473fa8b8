// Which addresses a room may call by itself, when somebody gave it one: none that leads into a private network, as far as the
// address says so. What a name stands for, no Worker can find out.
import ipaddr from "ipaddr.js";

/** Names that mean something in a private network and nothing outside. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/;
/** All that the Internet routes of IPv6. What is outside may hold an address of IPv4 in some way or other. */
const ROUTED = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether it may call this URL. `privateToo` allows private addresses, and plain http, for deployments that are in there. */
export function mayCall(url: string, privateToo: boolean): boolean {
  const parsed = URL.parse(url);
  // A user and a password would go into the log of each place it passes.
  if (parsed === null || parsed.username !== "" || parsed.password !== "" || parsed.hostname === "") return false;
  if (privateToo) return parsed.protocol === "https:" || parsed.protocol === "http:";
  return parsed.protocol === "https:" && isPublic(parsed.hostname);
}

/** A host as URL has it: addresses in their plain form, however they were written, those of IPv6 in brackets. */
function isPublic(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (!ipaddr.isValid(bare)) return bare.includes(".") && !PRIVATE_NAME.test(bare);
  const address = ipaddr.parse(bare);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(ROUTED);
}
