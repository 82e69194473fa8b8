// What the client library promises, whatever it runs in: the same tests in Node, over a real server, and inside workerd.
import { expect, it } from "vitest";
import { type JoinOptions, join, type Member, newSecret } from "../../src/library/index.ts";

/** Waits for something that only looking can tell. */
async function until(so: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!so()) {
    if (Date.now() > deadline) throw new Error(`still not so: ${so}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

let rooms = 0;
const texts = ({ state }: Member) => state.messages.map(({ body }) => body?.text);

/** The suite, on a server at this origin; `options` are what the runtime needs to reach it. */
export function testLibrary(origin: () => string, options: JoinOptions = {}): void {
  const fresh = () => `${origin()}/r/library-${++rooms}-${Date.now().toString(36)}`;
  const come = async (url: string, more: JoinOptions = {}) => {
    const member = join(url, { ...options, ...more });
    await until(() => member.state.link.is === "open");
    return member;
  };

  it("ann and bo talk, and each hears every message once, in one order, with who said it", async () => {
    const url = fresh();
    const ann = await come(url, { name: "Ann" });
    ann.send("before bo");
    await until(() => ann.state.pending.length === 0);
    const bo = await come(url, { name: "Bo" });
    const heard: string[] = [];
    bo.onMessage(({ body }, author) => heard.push(`${author?.name}: ${body?.text}`));
    for (let n = 1; n <= 20; n++) (n % 2 === 0 ? ann : bo).send(`line ${n}`);
    await until(() => heard.length === 20 && texts(ann).length === 21);
    expect(texts(ann)).toEqual(texts(bo));
    expect(heard.filter((line) => line.startsWith("Ann"))).toEqual(
      Array.from({ length: 10 }, (_, n) => `Ann: line ${2 * n + 2}`),
    );
    expect(ann.way()).toBe(options.transport ?? "websocket");
    for (const member of [ann, bo]) member.leave();
  });

  it("bo, whose link was down, is told what was said meanwhile, and what he said is heard", async () => {
    const url = fresh();
    const [ann, bo] = [await come(url, { name: "Ann" }), await come(url, { name: "Bo" })];
    const heard: (string | undefined)[] = [];
    bo.onMessage(({ body }) => heard.push(body?.text));
    bo.disconnect();
    bo.send("from afar");
    ann.send("while he is away");
    await until(() => ann.state.pending.length === 0);
    bo.connect();
    await until(() => heard.length === 2);
    expect(heard).toEqual(["while he is away", "from afar"]);
    for (const member of [ann, bo]) member.leave();
  });

  it("who leaves as soon as they hear of something has left, and is not asked again and again", async () => {
    const url = fresh();
    const ann = await come(url, { name: "Ann" });
    const links: string[] = [];
    ann.subscribe(() => {
      if (links.push(ann.state.link.is) < 100) ann.leave();
    });
    ann.send("bye");
    await until(() => links.length > 0);
    expect(links).toEqual(["open", "off"]);
  });

  it("who has the same secret is the same person, and who has none is somebody new", async () => {
    const url = fresh();
    const secret = newSecret();
    const ann = await come(url, { secret, name: "Ann" });
    const again = await come(url, { secret });
    const other = await come(url);
    expect(again.state.you?.member).toBe(ann.state.you?.member);
    expect(other.state.you?.member).not.toBe(ann.state.you?.member);
    for (const member of [ann, again, other]) member.leave();
  });

  it("a room that asks for a passcode lets in who brings it, and tells who does not", async () => {
    const url = fresh();
    const ann = await come(url, { name: "Ann" });
    ann.moderate({ kind: "create" });
    ann.moderate({ kind: "rules", rules: { pass: { code: "open sesame" } } });
    await until(() => ann.state.rules.pass === true);
    const bo = await come(url, { name: "Bo", passcode: "open sesame" });
    const cy = join(url, { ...options, name: "Cy" });
    await until(() => cy.state.link.is === "refused");
    expect(cy.state.link).toMatchObject({ code: "pass_needed" });
    for (const member of [ann, bo, cy]) member.leave();
  });

  it("a bot comes with its token, and talks as what the room calls it", async () => {
    const url = fresh();
    const secret = newSecret();
    const ann = await come(url, { name: "Ann", secret });
    ann.moderate({ kind: "create" });
    await until(() => ann.state.cursor === 1);
    const { fetch = globalThis.fetch } = options;
    const headers = { Cookie: `__Host-parlor=${secret}` };
    const made = await fetch(`${url}/bots`, { method: "POST", headers, body: '{"name":"Weather"}' });
    const { who, token }: { who: string; token: string } = await made.json();
    const bot = await come(url, { token });
    expect(bot.state.you).toMatchObject({ member: who, name: "Weather", tag: "bot" });
    bot.send("rain at four");
    await until(() => texts(ann).includes("rain at four"));
    expect(ann.state.messages.at(-1)).toMatchObject({ by: who });
    bot.disconnect();
    bot.connect();
    await until(() => bot.state.link.is === "open");
    const forged = join(url, { ...options, token: `${token.slice(0, -4)}AAAA` });
    await until(() => forged.state.link.is === "refused");
    expect(forged.state.link).toMatchObject({ code: "bad_token" });
    expect(() => join(url, { token: "secret" })).toThrow(TypeError);
    for (const member of [ann, bot, forged]) member.leave();
  });

  it("a room of any script is joined by any link that people have of it", async () => {
    const url = fresh().replace("/r/", "/r/茶館-");
    const members = [await come(url), await come(encodeURI(url)), await come(`${url}/?transport=websocket#m57`)];
    await until(() => members.every(({ state }) => state.count === 3));
    for (const member of members) member.leave();
  });

  it.each(["/", "/r/a.b", "/r/x/y", "/r/%E8%8C", "/r/a%20b"].map((path) => `https://your-chat.example${path}`))(
    "%s is no room's URL",
    (url) => {
      expect(() => join(url)).toThrow(TypeError);
    },
  );
}
