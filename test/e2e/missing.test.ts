// What a page does whose parts don't come: it says so, and fetches them when it can.
import { describe, expect, it } from "vitest";
import { noBrowser } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

describe.skipIf(noBrowser)("ann's page, where a part of it did not come,", () => {
  const house = openHouse();

  /** Ann in a room with rich talk, without the scripts of this name until she is let have them. */
  async function without(part: RegExp) {
    const url = house.served().url + freshPath();
    await fetch(url, { method: "POST", body: "**bold**" });
    // A service worker's requests are out of a test's reach.
    const context = await house.browser().newContext({ locale: "en-US", serviceWorkers: "block" });
    await context.route(part, (route) => route.abort());
    const page = await context.newPage();
    await page.goto(url);
    return { page, letIn: () => context.unroute(part) };
  }
  const faces = "header .count";

  it("says so without the part that tells of trouble, and is whole when the line is there again", async () => {
    const { page, letIn } = await without(/\/assets\/second-screen-/);
    const lacking = page.getByRole("button", { name: /is missing: reload it/ });
    await lacking.waitFor();
    expect(await page.locator(".people li").count()).toBe(0);
    await letIn();
    await page.getByRole("button", { name: "Disconnect" }).click();
    await page.getByRole("button", { name: "Connect" }).first().click();
    await page.locator(".people li").first().waitFor();
    await expect.poll(() => lacking.count()).toBe(0);
    await expect.poll(() => page.locator(faces).textContent()).toBe("1");
  });

  it("shows rich talk as it was written, and as it was meant once the network is back", async () => {
    const { page, letIn } = await without(/\/assets\/rich-/);
    await page.getByText("**bold**").waitFor();
    await page.getByRole("button", { name: /reload it/ }).waitFor();
    await letIn();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await page.locator("strong", { hasText: "bold" }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: /reload it/ }).count()).toBe(0);
    expect(await page.getByText(/newer version/).count()).toBe(0);
  });

  it("is made whole by the sentence that says so", async () => {
    const { page, letIn } = await without(/\/assets\/second-screen-/);
    const lacking = page.getByRole("button", { name: /reload it/ });
    await lacking.waitFor();
    await letIn();
    await lacking.click();
    await page.locator(".people li").first().waitFor();
  });
});
