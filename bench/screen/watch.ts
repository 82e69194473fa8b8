// What measures inside the page, put there before any of its own scripts: when a message came, and when it was seen.

/** What is known of a marked message. Times are milliseconds since the navigation began. */
export interface Seen {
  /** When the frame with it came in over the socket. */
  came?: number;
  /** When the main thread was done with the first frame after the page changed for it. */
  drawn?: number;
  /** When its own text was on the screen, by Element Timing; not where it is out of sight. */
  shown?: number;
}

declare global {
  interface Window {
    /** By mark. */
    seen: Record<string, Seen>;
  }
}

/** Runs in the page, and so uses nothing from outside of itself. A mark looks like `⟦12⟧`, once in a text. */
export function watchPage(): void {
  const mark = /⟦\d+⟧/;
  const seen: Record<string, Seen> = {};
  let latest: string | undefined;
  window.seen = seen;

  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      // The first listener of all, so that the page's own work comes after it.
      this.addEventListener("message", ({ data }) => {
        const [text] = mark.exec(String(data)) ?? [];
        if (text === undefined) return;
        latest = text;
        seen[text] = { ...seen[text], came: performance.now() };
      });
    }
  };

  new MutationObserver((changes) => {
    const changedFor = latest;
    latest = undefined;
    if (changedFor !== undefined) {
      requestAnimationFrame(() => {
        // The task after the frame: by then it is laid out, painted and handed to the compositor.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen[changedFor] = { ...seen[changedFor], drawn: performance.now() };
        };
        port2.postMessage(undefined);
      });
    }
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) time(node);
  }).observe(document, { childList: true, characterData: true, subtree: true });

  /** Has the elements timed that hold a mark. The browser times a text as part of the nearest block around it. */
  function time(added: Element) {
    // Markdown may come into its article later than the article into the page.
    const around = added.closest("article");
    for (const article of around === null ? added.querySelectorAll("article") : [around]) {
      const [text] = mark.exec(article.textContent ?? "") ?? [];
      if (text === undefined) continue;
      for (const element of [article, ...article.querySelectorAll("*")]) element.setAttribute("elementtiming", text);
    }
  }

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // The types do not know Element Timing.
      const text = "identifier" in entry ? String(entry.identifier) : "";
      seen[text] = { shown: entry.startTime, ...seen[text] };
    }
  }).observe({ type: "element", buffered: true });
}
