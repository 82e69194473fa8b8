// The cost section of the README, in Markdown.

import { extra, listPrice, metrics, shareOfFree, tightest } from "./bill.ts";
import { folded, table } from "./markdown.ts";
import {
  FRAME_S,
  FRAMES_A_REQUEST,
  type Metric,
  OBJECT_GB,
  PAID_PLAN,
  prices,
  SEEN,
  SLEEPY_S,
  STORED_GB_MONTH,
} from "./prices.ts";
import { type Scenario, TEXT } from "./scenarios.ts";
import { day, type Measured, type Usage, usage } from "./usage.ts";

const names: Record<Metric, string> = {
  workerRequests: "requests to the Worker",
  objectRequests: "requests to the room",
  rowsWritten: "rows written",
  rowsRead: "rows read",
  gigabyteSeconds: "GB-seconds",
};

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** The tables and what they rest on. */
export function section(scenarios: readonly Scenario[], measured: Measured): string {
  const cases = scenarios.map((scenario) => ({
    name: scenario.name,
    low: usage(scenario, measured, "published"),
    high: usage(scenario, measured, "cautious"),
    firstDay: day(scenario, measured, "cautious"),
  }));
  return [answer(cases), used(cases), rowsMeasured(measured), basis(scenarios, measured)].join("\n\n");
}

/** A scenario's use: by the published rule, at most, and at most on its busiest day. */
interface Case {
  name: string;
  low: Usage;
  high: Usage;
  firstDay: Usage;
}

function answer(cases: Case[]): string {
  const most = Math.max(...cases.map(({ firstDay }) => shareOfFree(firstDay, tightest(firstDay))));
  const dearest = Math.max(...cases.map(({ high }) => extra(high)));
  return folded(`Of what the free plan allows in a day, none of these takes more than ${percent(most)}. On the paid plan,
    none adds more than ${dollars(dearest)} to its $${PAID_PLAN} a month.`);
}

function used(cases: Case[]): string {
  const lines: [string, (one: Case) => string, string][] = [
    ...metrics.map((metric): (typeof lines)[number] => [
      names[metric],
      ({ low, high }) => range(low[metric], high[metric], (n) => number.format(n)),
      `${number.format(prices[metric].freeADay)} a day`,
    ]),
    ["at list price, nothing included", ({ low, high }) => range(listPrice(low), listPrice(high), dollars), ""],
    ["beyond the paid plan's price", ({ low, high }) => range(extra(low), extra(high), dollars), ""],
    ["of the free plan's day, at most", ({ firstDay }) => worst(firstDay), "100 %"],
  ];
  return table(
    ["", ...cases.map(({ name }) => name), "free plan"],
    lines.map(([name, of, free]) => [name, ...cases.map(of), free]),
  );
}

function worst(firstDay: Usage): string {
  const metric = tightest(firstDay);
  return `${percent(shareOfFree(firstDay, metric))} (${names[metric]})`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

function rowsMeasured(measured: Measured): string {
  const deeds: [string, keyof Omit<Measured, "heard" | "stored">][] = [
    ["a message", "message"],
    ["a person's first message", "newcomer"],
    ["a room's first message, which makes its tables", "making"],
    ["a reaction", "reaction"],
    ["an edit", "edit"],
    ["typing", "typing"],
    ["saying how far one has read", "read"],
    ["somebody new opens a room that is asleep: a page of 50 messages", "opening"],
    ["somebody comes back to a room that is asleep, and missed nothing", "reconnect"],
    ["waking the room with a message, beside the message's own", "waking"],
    ["… and with one by each further person", "recall"],
    ["posting a message to a webhook, beside the message's own, with its alarm", "delivery"],
    ["telling up to 24 browsers of what was said, beside the messages' own, with its alarm", "push"],
    ["a ping, while the room falls asleep or sleeps", "ping"],
  ];
  return table(
    ["measured", "rows written", "rows read"],
    deeds.map(([name, of]) => [name, String(measured[of].written), String(measured[of].read)]),
  );
}

function basis(scenarios: readonly Scenario[], { stored }: Measured): string {
  return `${folded(`**Measured**: the rows, on workerd's SQLite, through the room's real WebSocket; that a room whose people
    only ping falls asleep, and reads and writes nothing; and that a message of ${TEXT.length} letters adds
    ${Math.round(stored)} bytes to it (5 GB are included, then a GB is $${STORED_GB_MONTH.toFixed(2)} a month).`)}

**Assumed**: what people do.

${scenarios.map(assumed).join("\n")}

${folded(`Rows read are reckoned high: the room is taken to be woken as often as it can be, and to remember nobody. Only a
    message that is changed often reads more, for each change reads those before it.`)}

${folded(`**A model that only a bill can confirm**: GB-seconds, and requests to the room. The lower figure is Cloudflare's
    published rule: ${FRAMES_A_REQUEST} frames from clients are one request, a room that could sleep is not billed, and
    the pings that the runtime answers are free; a frame keeps the room's ${OBJECT_GB} GB at work for
    ${FRAME_S * 1000} ms, as in the examples of its pricing page. The higher figure is for the case that each frame is billed until
    the room sleeps, ${SLEEPY_S} s later, and that pings count as frames.`)}

${folded(`Prices and limits are as published, seen ${SEEN}, on Cloudflare's pages "Pricing" of Workers and of Durable
    Objects. The free plan's limits are for all rooms of an account together. The Worker's CPU time is left out: some
    milliseconds a connection, of 30 million that are included. \`npm run cost -- --write\` measures again and writes
    this section.`)}`;
}

function assumed({ name, days, hours, people, readers, typing, ...each }: Scenario): string {
  const done = [
    [each.pages, "pages loaded"],
    [each.reconnects, "reconnects"],
    [each.messages, "messages"],
    [each.reactions, "reactions"],
    [each.edits, "edits"],
    [each.messages * typing, "signals of typing"],
  ] as const;
  const said = done.filter(([times]) => times > 0).map(([times, what]) => `${number.format(times)} ${what}`);
  const read = readers === 0 ? [] : [`all of it read at once by ${readers}`];
  const when = days === 1 ? `${hours} h` : `${days} days of ${hours} h, on each`;
  return folded(`- ${name}: ${people} people for ${when}: ${[...said, ...read].join(", ")}.`).replaceAll("\n", "\n  ");
}

function range(low: number, high: number, format: (n: number) => string): string {
  return format(low) === format(high) ? format(low) : `${format(low)} – ${format(high)}`;
}

function dollars(amount: number): string {
  return amount > 0 && amount < 0.005 ? "< $0.01" : `$${amount === 0 ? 0 : amount.toFixed(2)}`;
}
