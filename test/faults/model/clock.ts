// The model's time: it stands still but for what is due, and everything that happens does so in one order.
export interface Clock {
  /** In ms since 1970. */
  now(): number;
  /** Does it after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, then: () => void): () => void;
  /** Lets so many milliseconds go by. */
  pass(ms: number): Promise<void>;
}

interface Due {
  at: number;
  order: number;
  then: () => void;
  off: boolean;
}

/** Whoever waits for a promise, a store above all, gets its turn after each step: more promises than any of them has in a row. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await undefined;
}

export function createClock(): Clock {
  // A heap: the first is what is due next.
  const heap: Due[] = [];
  let now = 1_790_000_000_000;
  let order = 0;

  const before = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as Due, heap[a] as Due];
  };
  const earlier = (a: number, b: number) => before(heap[a] as Due, heap[b] as Due);

  function add(due: Due) {
    let at = heap.push(due) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && earlier(at, parent); parent = (at - 1) >> 1) {
      swap(at, parent);
      at = parent;
    }
  }

  function takeFirst() {
    const first = heap[0];
    const last = heap.pop() as Due;
    if (heap.length > 0) heap[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      let least = at;
      if (left < heap.length && earlier(left, least)) least = left;
      if (right < heap.length && earlier(right, least)) least = right;
      if (least === at) return first;
      swap(at, least);
      at = least;
    }
  }

  return {
    now: () => now,
    after(ms, then) {
      const due = { at: now + Math.max(0, ms), order: ++order, then, off: false };
      add(due);
      return () => {
        due.off = true;
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      while (heap[0] !== undefined && heap[0].at <= end) {
        const due = takeFirst();
        if (due === undefined || due.off) continue;
        now = due.at;
        due.then();
        await settle();
      }
      now = end;
    },
  };
}
