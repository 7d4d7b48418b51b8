"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { copyText, selectText } from "./copy-text.ts";

/** `copied`: the text is on the clipboard. `selected`: the person has to press copy. `failed`: neither. */
export type CopyState = "idle" | "copied" | "selected" | "failed";

const copiedShowsMs = 4_000;

/**
 * Copies a text. If the page may not, selects it in `source` instead.
 *
 * Pass the text that is on screen, if it can change: the state of one text does not count for the next.
 *
 * ```tsx
 * const { copy, state } = useCopy(id);
 * <code ref={source}>{id}</code>
 * <button onClick={() => copy(id, source.current)}>{state === "copied" ? "Copied" : "Copy"}</button>
 * ```
 */
export function useCopy(current?: string): {
  copy: (text: string, source: Element | null) => Promise<CopyState>;
  state: CopyState;
} {
  const [last, setLast] = useState<{ of: string | undefined; outcome: CopyState }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      clearTimeout(timer.current);
    };
  }, []);

  const copy = useCallback(
    async (text: string, source: Element | null) => {
      const outcome = await copyOrSelect(text, source);
      if (!mounted.current) return outcome;
      setLast({ of: current, outcome });
      clearTimeout(timer.current);
      if (outcome === "copied") timer.current = setTimeout(() => setLast(undefined), copiedShowsMs);
      return outcome;
    },
    [current],
  );

  return { copy, state: last && last.of === current ? last.outcome : "idle" };
}

async function copyOrSelect(text: string, source: Element | null): Promise<CopyState> {
  if (await copyText(text, source)) return "copied";
  if (!source) return "failed";
  selectText(source);
  return "selected";
}
