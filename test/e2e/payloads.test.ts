// More than a thousand attempts to run something in ann's page: by what is said, by names, by what a room is called.
import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins, says } from "../support/people.ts";
import { payloads } from "./payloads.ts";

declare global {
  interface Window {
    /** How often one has worked, and which policies were broken in the attempt. */
    ran: number;
    reports: string[];
    pwn(): void;
  }
}

/** Runs in the page before any script of its own. */
function listen() {
  window.ran = 0;
  window.reports = [];
  window.pwn = () => {
    window.ran += 1;
  };
  for (const name of ["alert", "confirm", "prompt"] as const) Reflect.set(window, name, window.pwn);
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    window.reports.push(`${violatedDirective} ${blockedURI}`);
  });
}

/** What stands in the talk that should not: by what it is, or by what it has. */
function strange(): string[] {
  const allowed =
    /^(article|header|div|span|p|time|bdi|b|i|em|strong|del|code|pre|a|button|ul|ol|li|input|blockquote|h[1-6]|hr|br|table|thead|tbody|tr|th|td|svg|path|rect|circle|math|semantics|m[a-z]+|annotation)$/;
  const found: string[] = [];
  for (const element of document.querySelectorAll("article, article *")) {
    if (!allowed.test(element.localName)) found.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$/i.test(name)) found.push(`${element.localName} ${name}`);
      if (/^(href|src|action|xlink:href)$/i.test(name) && !/^https?:/.test(value)) found.push(`${name}=${value}`);
    }
  }
  return found;
}

describe.skipIf(noBrowser)("what is said to run in ann's page", () => {
  const house = openHouse({ PARLOR_LIMITS: "off" });

  it("runs nowhere in a thousand ways, and breaks no rule of the page in the attempt", {
    timeout: 120_000,
  }, async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(1_000);
    const path = freshPath();
    const mallory = joins(house.served().url, path.slice(3), "<img src=x onerror=pwn()>");
    await says(mallory, payloads);
    mallory.setTopic("<script>pwn()</script>");
    mallory.rename("<svg onload=pwn()>");
    await says(mallory, ["the end"]);
    const ann = await visit(house.browser(), house.served().url);
    await ann.page.addInitScript(listen);
    await ann.page.goto(house.served().url + path);
    await ann.page.getByText("the end").waitFor();
    const seen = new Set<string>();
    const log = ann.page.getByRole("log");
    // Up through all of it: each page is drawn, whole, once.
    await expect
      .poll(
        async () => {
          const keys = await ann.page
            .locator("article")
            .evaluateAll((all) => all.map((each) => each.dataset.key ?? ""));
          for (const key of keys) seen.add(key);
          expect(await ann.page.evaluate(strange)).toEqual([]);
          await log.evaluate((element) => element.scrollTo({ top: 0 }));
          return seen.size;
        },
        { timeout: 50_000, interval: 50 },
      )
      .toBe(payloads.length + 1);
    await ann.page.getByText("This is where the room begins.").waitFor();
    expect(await ann.page.evaluate(() => [window.ran, window.reports])).toEqual([0, []]);
    expect(ann.troubles).toEqual([]);
    expect(ann.page.url()).toBe(house.served().url + path);
    // And it would have been found.
    await ann.page.evaluate(() => {
      const link = document.createElement("a");
      link.href = "javascript:pwn()";
      document.querySelector("article")?.append(link, document.createElement("iframe"));
    });
    expect(await ann.page.evaluate(strange)).toEqual(["href=javascript:pwn()", "iframe"]);
    mallory.leave();
  });
});
