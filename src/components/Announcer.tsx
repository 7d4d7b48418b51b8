"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { guide } from "../guidance/guide.ts";
import type { ErrorToasts } from "./error-toasts.ts";
import { useRecourse } from "./useRecourse.ts";

/**
 * Reads each new toast out, once. The region is mounted empty and lives apart from the toasts: one that comes together
 * with its words may stay silent (WAI-ARIA, live regions), and buttons inside of it would be read as well.
 */
export function Announcer({ toasts }: { toasts: ErrorToasts }) {
  const { catalog } = useRecourse();
  const added = useSyncExternalStore(toasts.subscribe, toasts.lastAdded, toasts.lastAdded);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!added) return;
    const { title, fix } = guide(added.error, { catalog });
    setSaid(`${title}. ${fix}`);
  }, [added, catalog]);
  return (
    <div
      aria-live="assertive"
      aria-atomic="true"
      lang={catalog.language}
      className="recourse-offscreen"
    >
      {said}
    </div>
  );
}
