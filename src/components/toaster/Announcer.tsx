"use client";

import { useEffect, useRef, useState } from "react";
import { guide } from "../../guidance/guide.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import type { ErrorToasts, OpenToast } from "../../toasts/error-toasts.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { useOpenToasts } from "./useOpenToasts.ts";

/** Long enough for a screen reader to take the words; gone then, so that a region that moves brings none along. */
const wordsStayMs = 3_000;

/**
 * Reads each new toast out, once, and again when the person has tried again from it in vain. The region is mounted empty
 * and lives apart from the toasts: one that comes together with its words may stay silent (WAI-ARIA, live regions), and
 * buttons inside of it would be read as well. Every toast is a node of its own, since a text that gives way to the same
 * text is no change, and no change is not read.
 */
export function Announcer({ toasts }: { toasts: ErrorToasts }) {
  const catalog = useCatalog();
  const open = useOpenToasts(toasts);
  const [said, setSaid] = useState<readonly OpenToast[]>([]);
  const heard = useRef<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const news = open.filter((toast) => !heard.current.has(occasionOf(toast)));
    const occasions = new Set(open.map(occasionOf));
    heard.current = occasions;
    setSaid((before) => {
      const stillOpen = before.filter((toast) => occasions.has(occasionOf(toast)));
      return news.length === 0 && stillOpen.length === before.length
        ? before
        : [...stillOpen, ...news];
    });
  }, [open]);

  useEffect(() => {
    if (said.length === 0) return;
    const timer = setTimeout(() => setSaid([]), wordsStayMs);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <div
      aria-live="assertive"
      aria-relevant="additions"
      lang={catalog.language}
      className="recourse-offscreen"
    >
      {said.map((toast) => {
        const { title, fix } = guide(toast.error, { catalog });
        return (
          <p key={occasionOf(toast)}>
            {fillTemplate(catalog.strings.announcement, { title, fix })}
          </p>
        );
      })}
    </div>
  );
}

function occasionOf({ key, failedRetries }: OpenToast): string {
  return `${key} ${failedRetries}`;
}
