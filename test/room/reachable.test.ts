import { describe, expect, it } from "vitest";
import { mayCall } from "../../src/room/reachable.ts";

const anywhere = [
  "https://example.com/hook",
  "https://bo.example:8443/a?b=c",
  "https://93.184.216.34/",
  "https://例え.jp/",
];
const addressed = ["https://[2606:2800:220:1:248:1893:25c8:1946]/", "https://example.com./"];

const inside = [
  "https://localhost/",
  "https://LOCALHOST./",
  "https://a.localhost/",
  "https://printer.local/",
  "https://metadata.google.internal/",
  "https://router.home.arpa/",
  "https://intranet/",
  "https://127.0.0.1/",
  "https://127.1/",
  "https://0x7f.1/",
  "https://2130706433/",
  "https://017700000001/",
  "https://1２7.0.0.1/",
  "https://0.0.0.0/",
  "https://10.0.0.1/",
  "https://172.16.9.9/",
  "https://192.168.1.1/",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1/",
  "https://192.0.2.1/",
  "https://198.18.0.1/",
  "https://224.0.0.1/",
  "https://255.255.255.255/",
  "https://[::]/",
  "https://[::1]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::127.0.0.1]/",
  "https://[::ffff:0:127.0.0.1]/",
  "https://[64:ff9b::7f00:1]/",
  "https://[64:ff9b:1::1]/",
  "https://[2002:7f00:1::]/",
  "https://[2001:0:7f00:1::]/",
  "https://[2001:db8::1]/",
  "https://[fc00::1]/",
  "https://[fd12:3456::1]/",
  "https://[fe80::1]/",
  "https://[fec0::1]/",
  "https://[ff02::1]/",
  "https://[5f00::1]/",
];

const never = [
  "https://ann:secret@example.com/",
  "https://ann@example.com/",
  "ftp://example.com/",
  "file:///etc/passwd",
];
const noUrl = ["", "example.com", "https://", "javascript:alert(1)", "data:,x", "https://exa mple.com/"];

describe("an address that somebody gave", () => {
  it.each([...anywhere, ...addressed])("may be called where it is %s", (url) => expect(mayCall(url, false)).toBe(true));

  it.each(inside)("is not called where it leads inside: %s", (url) => expect(mayCall(url, false)).toBe(false));

  it("is not called without encryption", () => expect(mayCall("http://example.com/", false)).toBe(false));

  it("is called wherever it leads, where the deployment says so", () => {
    for (const url of [...anywhere, ...inside, "http://127.0.0.1:8080/"]) expect(mayCall(url, true), url).toBe(true);
  });

  it("is never called with a user or a password in it, or where it is nothing that one can call", () => {
    for (const url of [...never, ...noUrl])
      expect([mayCall(url, false), mayCall(url, true)], url).toEqual([false, false]);
  });
});
