import { describe, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";

describe.skipIf(noBrowser)("a room that takes one", () => {
  const house = openHouse({ PARLOR_ROOM_SOCKETS: "1" });

  it("tells bo at once that it is full and when he tries again, and lets him in when ann has gone", async () => {
    const here = house.served().url + freshPath();
    const ann = await visit(house.browser(), here);
    await ann.page.getByText("Connected").waitFor();
    const bo = await visit(house.browser(), here);
    await bo.page.getByText(/This room is full.*Next try in \d+ s\./).waitFor({ timeout: 15_000 });
    await ann.page.context().close();
    await bo.page.getByRole("button", { name: "Try now" }).click();
    await bo.page.getByText("Connected").waitFor();
  });
});
