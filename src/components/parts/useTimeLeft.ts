"use client";

import { useEffect, useState } from "react";

/**
 * Milliseconds until a moment, counted from the clock and not from ticks, so that a sleeping tab catches up at once.
 * Renders again once a second, on the second, and no more once the moment has come.
 */
export function useTimeLeft(atMs: number | undefined): number {
  const [counted, setCounted] = useState(() => ({ atMs, nowMs: Date.now() }));
  // At once, not in the effect: a new moment must not be shown counted from when the last one had come.
  if (!Object.is(counted.atMs, atMs)) setCounted({ atMs, nowMs: Date.now() });

  useEffect(() => {
    if (atMs === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const now = Date.now();
      setCounted({ atMs, nowMs: now });
      if (now < atMs) timer = setTimeout(tick, (atMs - now) % 1_000 || 1_000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [atMs]);
  // A moment that is no number has come.
  return atMs === undefined ? 0 : Math.max(0, atMs - counted.nowMs) || 0;
}
