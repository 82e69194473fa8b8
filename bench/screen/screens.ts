// The screens of which pictures are taken, and how one gets to each: by the roles and names that anybody would go by.
import type { Locator, Page } from "playwright-core";
import type { Scene } from "../../test/support/scene.ts";
import type { Look } from "./looks.ts";
import { hike } from "./scenes/hike.ts";
import { market } from "./scenes/market.ts";
import { chinese, rightToLeft, study } from "./scenes/trials.ts";
import type { Visit } from "./visit.ts";

export interface Screen {
  name: string;
  /** The scene that goes on there, or else the path of the page. */
  at: Scene | string;
  /** Gets from the opened page to what is to be seen; an error says that it is not there. */
  get(visit: Visit, look: Look): Promise<void>;
}

export const scenes: readonly Scene[] = [market, hike, chinese, study, rightToLeft];

const FIND = /^(Find a message|搜尋訊息)$/;
const onPhone = ({ options }: Look) => options.hasTouch === true;
const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text }).last();

/** The last thing that was said is in sight, with what is fetched after it, and the people where there is room for them. */
async function level({ page }: Visit, { days }: Scene, look: Look) {
  const last = Object.values(days).at(-1)?.at(-1);
  await article(page, last?.text.slice(0, 12) ?? "").waitFor();
  await page.getByRole("button", { name: FIND }).waitFor();
  if (!onPhone(look)) await settings(page).waitFor();
}

/** The last thing to come in the list of people. */
const settings = (page: Page) => page.getByRole("button", { name: /^(Shortcuts and commands|快捷鍵與指令)$/ });

/** What one can do with a message: a bar over it, or on a phone a sheet. */
async function openActions({ page }: Visit, look: Look): Promise<Locator> {
  const message = article(page, look.language === "en" ? "Right next to the cheese" : "上次去的時候霧太大");
  await message.scrollIntoViewIfNeeded();
  if (onPhone(look)) await message.tap();
  else await message.hover();
  const actions = page.getByRole("group", { name: /^(Message actions|訊息操作)$/ });
  await actions.waitFor();
  return actions;
}

async function press(visit: Visit, name: RegExp): Promise<void> {
  await visit.page.getByRole("button", { name }).first().click();
}

/** All screens in a look, in the order in which one can come to them. */
export function screensIn(look: Look): readonly Screen[] {
  const busy = look.language === "en" ? market : hike;
  const inBusy = (name: string, get: Screen["get"] = async () => {}): Screen => ({
    name,
    at: busy,
    async get(visit) {
      await level(visit, busy, look);
      await get(visit, look);
    },
  });
  const trial = (name: string, at: Scene, shows: (page: Page) => Promise<unknown>): Screen => ({
    name,
    at,
    async get(visit) {
      await level(visit, at, look);
      await shows(visit.page);
    },
  });
  return [
    {
      name: "landing",
      at: "/",
      get: ({ page }) => page.getByRole("button", { name: /^(New private room|開.*私人房間)/ }).waitFor(),
    },
    {
      name: "empty",
      at: `/r/${look.language === "en" ? "book-club" : "週五晚餐"}`,
      get: ({ page }) => page.getByRole("heading", { name: /^(You're the first here|你是第一個到的人)$/ }).waitFor(),
    },
    inBusy("busy", async (visit) => {
      visit.someoneTypes();
      await visit.page.getByText(/is typing…|正在輸入…/).waitFor();
    }),
    inBusy("roster", async ({ page }) => {
      const people = page.getByRole("button", { name: /people here|人在場/ });
      if ((await people.getAttribute("aria-expanded")) !== "true") await people.click();
      await page.getByRole("heading", { name: /^(Here now|在場的人)/ }).waitFor();
      await settings(page).waitFor();
    }),
    inBusy("actions", async (visit) => void (await openActions(visit, look))),
    inBusy("emoji", async (visit) => {
      const actions = await openActions(visit, look);
      await actions.getByRole("button", { name: /^(React with another emoji|用其他表情回應)$/ }).click();
      await visit.page.getByRole("option").first().waitFor();
    }),
    inBusy("share", async (visit) => {
      await press(visit, /^(Share|分享)$/);
      await visit.page.getByRole("dialog", { name: /^(Share this room|分享這個房間)$/ }).waitFor();
    }),
    inBusy("search", async (visit) => {
      await press(visit, FIND);
      const sheet = visit.page.getByRole("dialog", { name: FIND });
      await sheet.getByRole("searchbox").fill(look.language === "en" ? "cheese" : "霧");
      await sheet.getByRole("listitem").first().waitFor();
    }),
    inBusy("help", async (visit) => {
      await visit.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
      await visit.page.keyboard.press("?");
      await visit.page.getByRole("dialog", { name: /^(Shortcuts and commands|快捷鍵與指令)$/ }).waitFor();
    }),
    trial("long", chinese, (page) => page.getByText("Strøget").first().waitFor()),
    trial("rich", study, async (page) => {
      await Promise.all(["table", "math", "pre code", "ol"].map((part) => page.locator(part).first().waitFor()));
    }),
    trial("rtl", rightToLeft, (page) => page.getByText("Thursday, 14:00").waitFor()),
    // The last, for what is written here waits in this browser to be sent.
    inBusy("offline", async (visit) => {
      await visit.cutOff(7_000);
      const field = visit.page.getByRole("textbox", { name: /^(Message|訊息)$/ });
      await field.fill(look.language === "en" ? "I'll be there at seven" : "我會準時到");
      if (onPhone(look)) await press(visit, /^(Send|傳送)$/);
      else await field.press("Enter");
      await visit.page.getByText(/^(Not sent yet|尚未送出)$/).waitFor();
      await visit.page.getByText(/What you write is kept|寫的內容會先留著/).waitFor();
    }),
  ];
}
