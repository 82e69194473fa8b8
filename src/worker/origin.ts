// Whose page is asking: a foreign page must never act as its visitor.
import type { Env } from "./env.ts";

/**
 * Whether a page of another site sends this request. Its cookie is then nobody's, and it is given none.
 * Somebody who follows a link from elsewhere is no foreign page: the browser goes there itself.
 */
export function isForeign(request: Request, env: Env): boolean {
  if (isNavigation(request)) return false;
  const origin = request.headers.get("Origin");
  if (origin !== null) return origin !== ownOrigin(request.url, env) && !trusted(env).includes(origin);
  const site = request.headers.get("Sec-Fetch-Site");
  return site === "cross-site" || site === "same-site";
}

/**
 * The origin that our own pages have in a browser. Behind a proxy that ends TLS we are asked by `http:`, whatever the
 * browser says: of the trusted origins, the one of our host is then ourselves.
 */
export function ownOrigin(url: string, env: Env): string {
  const { origin, host } = new URL(url);
  return trusted(env).find((each) => URL.parse(each)?.host === host) ?? origin;
}

/** Whether this is a foreign page in a deployment that keeps those out altogether, instead of taking them for guests. */
export function isKeptOut(request: Request, env: Env): boolean {
  return env.PARLOR_FOREIGN === "refuse" && isForeign(request, env);
}

function isNavigation(request: Request): boolean {
  return request.method === "GET" && request.headers.get("Sec-Fetch-Mode") === "navigate";
}

// Compared to the letter: look-alikes differ in scheme, port, case or suffix.
function trusted(env: Env): string[] {
  return env.PARLOR_ORIGINS.split(/\s+/u).filter((origin) => origin !== "");
}
