// What is out of sight need not be laid out again. That is said of a row only when it has been laid out, and has gone out of
// sight: a guess at its height would move what is read when it turns out wrong.

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting || !(target instanceof HTMLElement)) continue;
    target.dataset.laid = "";
    observer.unobserve(target);
  }
});

/** Marks a row `data-laid` once it is out of sight; the function returned gives up. */
export function skipOutOfSight(row: HTMLElement): () => void {
  observer.observe(row);
  return () => observer.unobserve(row);
}
