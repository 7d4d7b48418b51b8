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
  /** Shows the card even if the catalog calls the failure silent, because nothing else would be on the screen. */
  showSilent?: boolean | undefined;
}

/** What {@link useErrorCard} gives to draw a card. */
export interface ErrorCardParts extends ErrorGuidance {
  /**
   * Whether there is anything to draw. `null` and `undefined` are no failure, and one that the catalog calls silent,
   * such as an abort, is not shown to people.
   */
  isShown: boolean;
  /** For the outermost element: its language and its accessible name. */
  frameProps: Pick<ComponentProps<"section">, "lang" | "aria-labelledby">;
  /** For the heading, which gets the focus when the card replaces the element that had it. */
  titleProps: Pick<ComponentProps<"h2">, "id" | "tabIndex"> & {
    ref: RefObject<HTMLHeadingElement | null>;
  };
  /** For the element that holds the fix. */
  descriptionProps: Pick<ComponentProps<"p">, "id">;
}

/**
 * Everything of a card but its look, for cards that you draw yourself: words, remedies and report. Announces title and
 * fix once for each failure. Focuses the heading where nothing would have the focus otherwise. While the card is
 * mounted, its failure shows no toast.
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
 * `WayOut` is a button made with {@link useRemedy}.
 */
export function useErrorCard(thrown: unknown, options: ErrorCardOptions = {}): ErrorCardParts {
  const { showSilent = false, onRetry: given, ...more } = options;
  const onRetry = useResettingRetry(given);
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

/** Resets failed queries before the retry: the boundary around a router's error page does not. */
function useResettingRetry(onRetry: ErrorGuidanceOptions["onRetry"]): typeof onRetry {
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

/** Announces title and fix once for each failure. A card that the server rendered is read with the page instead. */
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
 * Registers the failure as shown, so that it gets no toast as well. Registers its cause too: the app may have made the
 * shown error from the one that its query failed with.
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
