// Where a request comes from, as far as a room needs to know: a hash, another one in each room.
import { digest } from "./digest.ts";

/**
 * The asker's address in a room, or `""` where nobody vouches for one. Cloudflare sets `CF-Connecting-IP`, and
 * serve does (src/serve/peers.ts), or a proxy in front of it.
 */
export async function addressOf(request: Request, room: string): Promise<string> {
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  return address === "" ? "" : (await digest(`address\0${room}\0${network(address)}`)).slice(0, 20);
}

/** An IPv4 address, or the /64 of an IPv6 one: one household, one host. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const parts = head === "" ? [] : head.split(":");
  const end = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - parts.length - end.length);
  const all = [...parts, ...new Array<string>(zeros).fill("0"), ...end];
  return all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":");
}
