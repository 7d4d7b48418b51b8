"use client";

import { useEffect, useState } from "react";
import { inMs, leftMs } from "../../retry/clock.ts";

/**
 * Milliseconds until a moment, counted from the clock and not from ticks, so that a sleeping tab catches up at once.
 * Renders again once a second, on the second, and no more once the moment has come. A clock that is set back meanwhile
 * makes nobody wait for longer.
 */
export function useTimeLeft(atMs: number | undefined): number {
  const [counted, setCounted] = useState(() => startCount(atMs));
  // At once, not in the effect: a new moment must not be shown counted from when the last one had come.
  if (!Object.is(counted.atMs, atMs)) setCounted(startCount(atMs));

  useEffect(() => {
    if (atMs === undefined) return;
    const until = inMs(atMs - Date.now());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const left = leftMs(until);
      setCounted({ atMs, left });
      if (left > 0) timer = setTimeout(tick, left % 1_000 || 1_000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [atMs]);
  // A moment that is no number has come.
  return Math.max(0, counted.left) || 0;
}

function startCount(atMs: number | undefined) {
  return { atMs, left: atMs === undefined ? 0 : atMs - Date.now() };
}
