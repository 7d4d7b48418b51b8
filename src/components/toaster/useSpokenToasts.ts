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
 * Says each new toast, once, and again when the person has tried again from it in vain; and once that an API works again,
 * when its toast goes. What was open before the toaster
 * was there is said as well: the newest, and how many there are beside them.
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
      // Nobody is told any more of what nobody sees any more.
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
  /** How often an API has worked again. */
  recoveries: number;
  /** Of the newest toast. */
  number: number;
  /** By a toast's key, how often a retry of it has failed. */
  retries: ReadonlyMap<string, number>;
}
