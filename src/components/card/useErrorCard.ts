"use client";

import {
  type ComponentProps,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ApiError } from "../../error/api-error.ts";
import { announcer } from "../focus/announcer.ts";
import { useAnnouncer } from "../focus/useAnnouncer.ts";
import { useFocusWhenReplaced } from "../focus/useFocusWhenReplaced.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useWords } from "../parts/useWords.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { useRecourse } from "../provider/useRecourse.ts";
import {
  type ErrorGuidance,
  type ErrorGuidanceOptions,
  useErrorGuidance,
} from "../remedies/useErrorGuidance.ts";
import { useQueriesReset } from "./useQueriesReset.ts";

export interface ErrorCardOptions extends ErrorGuidanceOptions {
  /** Also shows an error that the catalog marks as silent, such as an abort. */
  showSilent?: boolean | undefined;
}

/** What {@link useErrorCard} gives to draw a card. */
export interface ErrorCardParts extends ErrorGuidance {
  /** Whether to draw a card. False for `null`, `undefined`, and an error that the catalog marks as silent, such as an abort. */
  isShown: boolean;
  /** For the outermost element: its language and its name. */
  frameProps: Pick<ComponentProps<"section">, "lang" | "aria-labelledby">;
  /** For the heading. It gets the focus if the card replaced the element that had it. */
  titleProps: Pick<ComponentProps<"h2">, "id" | "tabIndex"> & {
    ref: RefObject<HTMLHeadingElement | null>;
  };
  /** For the fix. */
  descriptionProps: Pick<ComponentProps<"p">, "id">;
}

/**
 * Everything for an error card of your own look: words, remedies and report. It makes screen readers read title and fix out
 * once for each failure, gives the focus to the heading if the card replaced the element that had it, and keeps the failure
 * from becoming a toast too.
 *
 * ```tsx
 * const card = useErrorCard(query.error, { onRetry: query.refetch });
 * if (!card.isShown) return null;
 * return (
 *   <section {...card.frameProps}>
 *     <h2 {...card.titleProps}>{card.title}</h2>
 *     <p {...card.descriptionProps}>{card.fix}</p>
 *     {card.primary && <WayOut action={card.primary} />}
 *   </section>
 * );
 * ```
 *
 * `WayOut` is a component of yours that draws a button with {@link useRemedy}.
 */
export function useErrorCard(thrown: unknown, options: ErrorCardOptions = {}): ErrorCardParts {
  const { showSilent = false, onRetry: given, ...more } = options;
  const onRetry = useAfreshRetry(given);
  const guidance = useErrorGuidance(thrown, { ...more, onRetry });
  const { language } = useCatalog();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = thrown !== null && thrown !== undefined;
  const isShown = showSilent || (isThere && !guidance.silent);
  useFocusWhenReplaced(heading);
  useReadOut(guidance, isShown);
  useShown(thrown, guidance.error, isShown);
  return {
    ...guidance,
    isShown,
    frameProps: { lang: language, "aria-labelledby": `${id}title` },
    titleProps: { id: `${id}title`, ref: heading, tabIndex: -1 },
    descriptionProps: { id: `${id}fix` },
  };
}

/** The error page of a router stands in a boundary that knows nothing of queries. */
function useAfreshRetry(onRetry: ErrorGuidanceOptions["onRetry"]): typeof onRetry {
  const resetQueries = useQueriesReset();
  return useMemo(
    () =>
      onRetry &&
      (() => {
        resetQueries();
        return onRetry();
      }),
    [resetQueries, onRetry],
  );
}

/** Says title and fix once for each failure. What a server has rendered is there to be read with the page. */
function useReadOut({ title, fix, occasion }: ErrorGuidance, isShown: boolean): void {
  const wordsOf = useWords();
  const hydrated = useHydrated();
  const [isFromServer] = useState(!hydrated);
  const said = useRef(isFromServer ? occasion : 0);

  useAnnouncer();

  useEffect(() => {
    if (!isShown || said.current === occasion) return;
    said.current = occasion;
    announcer.say(wordsOf(title, fix));
  }, [isShown, occasion, title, fix, wordsOf]);
}

/**
 * Says that the failure is on the screen: one that nobody else handles needs no toast then. An app may have made the error
 * that it shows of what its query failed with.
 */
function useShown(thrown: unknown, error: ApiError, isShown: boolean): void {
  const { shownErrors } = useRecourse();
  useEffect(() => {
    if (!isShown) return;
    const ends = [...new Set([thrown, error, error.cause])].map((shown) => shownErrors.show(shown));
    return () => {
      for (const end of ends) end();
    };
  }, [shownErrors, thrown, error, isShown]);
}
