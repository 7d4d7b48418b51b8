"use client";

import { onlineManager } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "../parts/Icon.tsx";
import { checkPath, offlinePath } from "../parts/icon-paths.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { usePaused } from "./usePaused.ts";

const onlineShowsMs = 4_000;

const subscribe = (listener: () => void) => onlineManager.subscribe(listener);

/**
 * Says that work waits for a connection, while queries or mutations are paused for lack of one, and says once that the
 * connection is back. Its live region is always there, empty at first.
 */
export function OfflineNotice() {
  const { language, strings } = useCatalog();
  const paused = usePaused();
  const online = useSyncExternalStore(
    subscribe,
    () => onlineManager.isOnline(),
    () => true,
  );
  const [wasPaused, setWasPaused] = useState(false);
  const isOver = wasPaused && !paused && online;
  if (paused && !wasPaused) setWasPaused(true);
  // The paused work may have been cancelled while the connection is still lost.
  if (wasPaused && !paused && !online) setWasPaused(false);

  useEffect(() => {
    if (!isOver) return;
    const timer = setTimeout(() => setWasPaused(false), onlineShowsMs);
    return () => clearTimeout(timer);
  }, [isOver]);

  const words = paused ? strings.offlineNotice : isOver ? strings.onlineNotice : undefined;
  return (
    <div
      role="status"
      className="recourse recourse-offline"
      lang={language}
      data-idle={words ? undefined : ""}
    >
      {words && <Icon path={paused ? offlinePath : checkPath} />}
      {words && <bdi>{words}</bdi>}
    </div>
  );
}
