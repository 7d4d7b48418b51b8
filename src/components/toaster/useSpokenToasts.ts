"use client";

import { useEffect, useRef } from "react";
import { guide } from "../../guidance/guide.ts";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import type { OpenToast } from "../../toasts/toast-entry.ts";
import { announcer } from "../focus/announcer.ts";
import { useAnnouncer } from "../focus/useAnnouncer.ts";
import { useWords } from "../parts/useWords.ts";
import { useCatalog } from "../provider/useCatalog.ts";

/**
 * Announces each new toast once, again when the person's retry from it has failed, and once that an API works again
 * when its toast closes. Toasts from before the toaster mounted are announced too: the newest, and how many more there
 * are.
 */
export function useSpokenToasts(toasts: ErrorToasts): void {
  const catalog = useCatalog();
  const wordsOf = useWords();
  const latest = useRef({ catalog, wordsOf });
  useEffect(() => {
    latest.current = { catalog, wordsOf };
  });
  useAnnouncer();
  const heard = useRef<Heard>({ number: 0, recoveries: 0, retries: new Map() });

  useEffect(() => {
    const takeBacks = new Map<string, () => void>();

    function say(toast: OpenToast): void {
      const { catalog: words, wordsOf: make } = latest.current;
      const { title, fix } = guide(toast.error, { catalog: words });
      takeBacks.set(toast.key, announcer.say(make(title, fix)));
    }

    function sayRecovery(): void {
      const { catalog: words, wordsOf: make } = latest.current;
      announcer.say(make(words.strings.serviceBack));
    }

    function hear(): void {
      const { toasts: newest } = toasts.newest();
      const { number, recoveries, retries } = heard.current;
      const isNews = ({ key, failedRetries, ...toast }: OpenToast) =>
        toast.number > number || failedRetries > (retries.get(key) ?? 0);
      for (const toast of newest.filter(isNews).reverse()) say(toast);
      if (toasts.recoveries() > recoveries) sayRecovery();
      heard.current = {
        recoveries: toasts.recoveries(),
        number: Math.max(number, ...newest.map((toast) => toast.number)),
        retries: new Map(newest.map(({ key, failedRetries }) => [key, failedRetries])),
      };
      // Takes back the words of toasts that are no longer shown.
      for (const [key, takeBack] of takeBacks) {
        if (newest.some((toast) => toast.key === key)) continue;
        takeBack();
        takeBacks.delete(key);
      }
    }

    if (heard.current.number === 0) announcer.sayMore(toasts.newest().others);
    heard.current.recoveries = toasts.recoveries();
    hear();
    return toasts.subscribe(hear);
  }, [toasts]);
}

interface Heard {
  /** How often an API has recovered. */
  recoveries: number;
  /** The newest toast's number. */
  number: number;
  /** How often a toast's retry has failed, by the toast's key. */
  retries: ReadonlyMap<string, number>;
}
