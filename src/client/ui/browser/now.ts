// The time, for those who count seconds down.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The time, once a second while somebody needs it. */
export function useNow(running: boolean): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    if (!running) return;
    now.value = Date.now();
    const ticking = setInterval(() => {
      now.value = Date.now();
    }, 1000);
    return () => clearInterval(ticking);
  }, [running, now]);
  return now.value;
}
