// A textarea as tall as what is written in it, at every width.
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** A text of so many UTF-16 units fills the field at any width. */
const FULL_UNITS = 5_000;

/** The style sheet does it, where the browser knows how. */
const BY_ITSELF = globalThis.CSS?.supports("field-sizing", "content") ?? false;

/** Keeps the field's height; `text` is what is in it. */
export function useGrowing(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    if (!BY_ITSELF) fit(field.current);
  }, [field, text]);
  useLayoutEffect(() => {
    if (BY_ITSELF) return;
    // A frame later: an observer must not change the size of what it observes.
    const sizes = new ResizeObserver(() => requestAnimationFrame(() => fit(field.current)));
    if (field.current !== null) sizes.observe(field.current);
    return () => sizes.disconnect();
  }, [field]);
}

function fit(field: HTMLTextAreaElement | null) {
  if (field === null) return;
  // To measure a very long text at each key would take longer than the key; max-height ends it anyway.
  if (field.value.length > FULL_UNITS) {
    field.style.height = "100vh";
    return;
  }
  // Measured in a place that stays as tall as it is: a talk that grew and shrank would lose its end.
  const place = field.parentElement;
  if (place !== null) place.style.minHeight = `${place.offsetHeight}px`;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
  if (place !== null) place.style.minHeight = "";
}
