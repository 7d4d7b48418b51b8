"use client";

import { useEffect, useState } from "react";
import { guide } from "../guidance/guide.ts";
import { fillTemplate } from "../guidance/interface-strings.ts";
import type { ErrorToasts } from "./error-toasts.ts";
import { useCatalog } from "./useCatalog.ts";
import { useOpenToasts } from "./useOpenToasts.ts";

/**
 * Reads each new toast out, once, and again when the person has tried again from it in vain. The region is mounted empty and lives apart from the toasts: one that comes together
 * with its words may stay silent (WAI-ARIA, live regions), and buttons inside of it would be read as well. Every toast
 * is a node of its own, since a text that gives way to the same text is no change, and no change is not read.
 */
export function Announcer({ toasts }: { toasts: ErrorToasts }) {
  const catalog = useCatalog();
  const open = useOpenToasts(toasts);
  const [said, setSaid] = useState<typeof open>([]);
  useEffect(() => setSaid(open), [open]);
  return (
    <div
      aria-live="assertive"
      aria-relevant="additions"
      lang={catalog.language}
      className="recourse-offscreen"
    >
      {said.map(({ key, error, failedRetries }) => {
        const { title, fix } = guide(error, { catalog });
        return (
          <p key={`${key} ${failedRetries}`}>
            {fillTemplate(catalog.strings.announcement, { title, fix })}
          </p>
        );
      })}
    </div>
  );
}
