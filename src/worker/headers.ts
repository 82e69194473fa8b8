// Security headers of every answer that the Worker gives. Assets pass it by: public/_headers says the same for them.
import { createMiddleware } from "hono/factory";

/** What every page of ours may do: only what comes from here, and no string ever becomes script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types parlor",
].join("; ");

export const SECURITY_HEADERS: Record<string, string> = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/** Of an answer that is one person's: no cache may keep it. */
export const PRIVATE = { "Cache-Control": "private, no-store" };

/**
 * Sets them on every answer. A room's URL answers each asker differently, and is nothing for search engines, unless the
 * answer says otherwise itself.
 */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
  if (!c.req.path.startsWith("/r/")) return;
  c.header("Vary", "Accept");
  if (!c.res.headers.has("X-Robots-Tag")) c.header("X-Robots-Tag", "noindex");
});
