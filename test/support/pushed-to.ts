// A real browser's service worker, for tests: what is pushed to it, what it shows then, and a press on that. Chromium subscribes
// with a push service of its maker's only, which a test doesn't ask: it gets a subscription with one of ours instead.
import type { Page, Worker } from "playwright-core";
import { until } from "./serve.ts";

/** A notification as it is shown. */
export interface Shown {
  title: string;
  body: string;
  tag: string;
}

type Subscription = { endpoint: string; keys: object };

/** On its next pages the browser's push service gives this subscription. */
export async function subscribesTo(page: Page, subscription: Subscription): Promise<void> {
  await page.context().addInitScript((given) => {
    const subscribe = async () => ({ ...given, toJSON: () => given });
    Object.assign(PushManager.prototype, { subscribe });
  }, subscription);
}

/**
 * What is shown now. Whoever asks while something is just being shown makes Chromium forget that: ask when it is there, by
 * `deliveryTo` or `showsOf`.
 */
export function shown(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
  });
}

/** Counts what a page or a worker has put on the screen, from now on. */
async function counted(where: Pick<Worker, "evaluate">): Promise<() => Promise<number>> {
  await where.evaluate(() => {
    const { showNotification } = ServiceWorkerRegistration.prototype;
    let shows = 0;
    ServiceWorkerRegistration.prototype.showNotification = async function (...what) {
      await showNotification.apply(this, what);
      shows += 1;
    };
    Object.assign(globalThis, { shows: () => shows });
  });
  return () => where.evaluate("shows()");
}

/** Gives a function that waits until this page has itself shown something. */
export async function showsOf(page: Page): Promise<() => Promise<void>> {
  const shows = await counted(page);
  return () => until(async () => (await shows()) > 0);
}

/**
 * Gives a function that delivers to the page's service worker, as the browser does what it got and decrypted, and waits until
 * that has shown it.
 */
export async function deliveryTo(page: Page): Promise<(...all: string[]) => Promise<void>> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const devtools = await page.context().newCDPSession(page);
  const { promise, resolve } = Promise.withResolvers<string>();
  devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
    for (const { registrationId } of registrations) resolve(registrationId);
  });
  await devtools.send("ServiceWorker.enable");
  const registrationId = await promise;
  const { origin } = new URL(page.url());
  const shows = await counted(await workerOf(page));
  return async (...all) => {
    const before = await shows();
    for (const data of all) await devtools.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data });
    await until(async () => (await shows()) === before + all.length);
  };
}

/** The service worker of a page's browser. */
export async function workerOf(page: Page): Promise<Worker> {
  const workers = () => page.context().serviceWorkers();
  await until(() => workers().length > 0);
  const [worker] = workers();
  if (worker === undefined) throw new Error("there is no service worker");
  return worker;
}

/** Whether her tabs have the focus, as the worker is told. */
export async function hasFocus(page: Page, focused: boolean): Promise<void> {
  const get = `{ configurable: true, get: () => ${focused} }`;
  await (await workerOf(page)).evaluate(`void Object.defineProperty(WindowClient.prototype, "focused", ${get})`);
}

/** Presses what is shown. Only a real press may bring a window to the front: so it is told which, or what was opened. */
export async function press(page: Page): Promise<string> {
  return (await workerOf(page)).evaluate(`(async () => {
    let done = "nothing";
    WindowClient.prototype.focus = async function () { done = "to the front: " + new URL(this.url).pathname; return this; };
    clients.openWindow = async (url) => { done = "opened: " + url; return null; };
    const [notification] = await registration.getNotifications();
    await ${happens("notificationclick", "{ notification }")};
    return done;
  })()`);
}

/** The browser says that the subscription is over, and has this one to give from now on. */
export async function renews(page: Page, subscription: Subscription): Promise<void> {
  await (await workerOf(page)).evaluate(`(async () => {
    const given = ${JSON.stringify(subscription)};
    PushManager.prototype.subscribe = async () => ({ ...given, toJSON: () => given });
    await ${happens("pushsubscriptionchange", "{}")};
  })()`);
}

/** Script by which an event happens to the worker; comes to what the worker asked the browser to wait for. */
function happens(event: string, what: string): string {
  return `(() => {
    let work;
    const event = Object.assign(new Event("${event}"), ${what}, { waitUntil: (asked) => { work = asked; } });
    dispatchEvent(event);
    return work;
  })()`;
}
