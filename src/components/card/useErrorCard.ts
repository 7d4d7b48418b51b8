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
  /** Show it even if the catalog calls it silent, because nothing else is there to see. */
  showSilent?: boolean | undefined;
}

/** What a card is drawn from. */
export interface ErrorCardParts extends ErrorGuidance {
  /**
   * Whether there is anything to draw: `null` and `undefined` are no failure, and one that the catalog calls silent, such
   * as an abort, is none to the person.
   */
  isShown: boolean;
  /** For the outermost element: its language and its name. */
  frameProps: Pick<ComponentProps<"section">, "lang" | "aria-labelledby">;
  /** For the heading, which takes the focus where the card takes the place of what had it. */
  titleProps: Pick<ComponentProps<"h2">, "id" | "tabIndex"> & {
    ref: RefObject<HTMLHeadingElement | null>;
  };
  /** For the fix. */
  descriptionProps: Pick<ComponentProps<"p">, "id">;
}

/**
 * All that a card is but its look, for people who draw their own: words, remedies and report; title and fix are read out
 * once for each failure; the focus goes to the heading where it would else be nowhere. While it is there, the failure is no
 * toast as well.
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
 * `WayOut` draws a button by {@link useRemedy}.
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
