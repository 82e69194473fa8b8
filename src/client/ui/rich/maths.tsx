// A formula. Until its setter is here, and where it can't be set, it is the source that was typed.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { lazily } from "../room/lazily.ts";

const setter = lazily(() => import("./typeset.ts"));

interface Props {
  tex: string;
  /** As it was typed, dollars included. */
  raw: string;
  display: boolean;
}

/** A formula in its line, or by itself. */
export function Maths({ tex, raw, display }: Props) {
  const part = setter.value;
  const place = useRef<HTMLSpanElement>(null);
  const formula = useMemo(() => part?.typeset(tex, display), [part, tex, display]);
  useLayoutEffect(() => {
    if (formula) place.current?.replaceChildren(formula);
  }, [formula]);
  const classes = display ? "maths display" : "maths";
  if (formula) return <span key="set" ref={place} class={classes} dir="ltr" />;
  return (
    <code key="source" class={classes} dir="ltr">
      {raw.trim()}
    </code>
  );
}
