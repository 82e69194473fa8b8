// Where a request comes from: Miniflare's front takes the client's word for it. Under serve it looks at the socket instead.
import fs from "node:fs";

/** What is in the front (Miniflare 5.20261102): it names the peer only where the client has named nobody. */
const BELIEVES = 'clientIp && !request.headers.get("CF-Connecting-IP")';
const LOOKS = '(request.headers.delete("CF-Connecting-IP"), clientIp)';

/**
 * Has the front name the peer always, until the function returned is called. Miniflare has no option for that and no place
 * before its front that knows the peer; it reads the front from a file, once. One that is written otherwise ends the start, for
 * then anybody could come from anywhere.
 */
export function nameByPeer(): () => void {
  const { readFileSync } = fs;
  let looks = false;
  const read = (...asked: Parameters<typeof readFileSync>) => {
    const text = readFileSync(...asked);
    if (typeof text !== "string" || !/[\\/]core[\\/]entry\.worker\.js$/.test(String(asked[0]))) return text;
    if (!text.includes(BELIEVES))
      throw new Error("this version of Miniflare takes addresses from clients in another way");
    looks = true;
    return text.replace(BELIEVES, LOOKS);
  };
  Object.assign(fs, { readFileSync: read });
  return () => {
    Object.assign(fs, { readFileSync });
    if (!looks) throw new Error("this version of Miniflare has its front elsewhere");
  };
}
