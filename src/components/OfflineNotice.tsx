"use client";

import { onlineManager } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Icon } from "./Icon.tsx";
import { useCatalog } from "./useCatalog.ts";
import { usePaused } from "./usePaused.ts";

const onlineShowsMs = 4_000;

/**
 * Says that work waits for a connection, while queries or mutations are paused for lack of one, and says once when it
 * is back. The live region is there, empty, all the time.
 */
export function OfflineNotice() {
  const { language, strings } = useCatalog();
  const paused = usePaused();
  const [wasPaused, setWasPaused] = useState(false);

  useEffect(() => {
    if (paused) return setWasPaused(true);
    if (!wasPaused) return;
    // What waited may have been given up, and the connection still be lost.
    if (!onlineManager.isOnline()) return setWasPaused(false);
    const timer = setTimeout(() => setWasPaused(false), onlineShowsMs);
    return () => clearTimeout(timer);
  }, [paused, wasPaused]);

  const isBack = wasPaused && onlineManager.isOnline();
  const words = paused ? strings.offlineNotice : isBack ? strings.onlineNotice : undefined;
  return (
    <div
      role="status"
      className="recourse recourse-offline"
      lang={language}
      data-idle={words ? undefined : ""}
    >
      {words && <Icon name={paused ? "offline" : "check"} />}
      {words && <bdi>{words}</bdi>}
    </div>
  );
}
