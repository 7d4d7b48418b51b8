"use client";

import type { ReactNode } from "react";
import { ErrorDetails } from "../parts/ErrorDetails.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RequestId } from "../parts/RequestId.tsx";
import { RemedyButtons } from "../remedies/RemedyButtons.tsx";
import { useErrorCard } from "./useErrorCard.ts";

export interface ErrorCardProps {
  /** Whatever was thrown. */
  error: unknown;
  /**
   * `page` stands alone in the middle of a view, `section` takes the place of a part of it, `inline` sits beside what
   * it is about, such as a form's button. Default `"section"`.
   */
  variant?: "page" | "section" | "inline";
  /** What "Try again" does. Without it there is no such button. */
  onRetry?: () => unknown;
  /** Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Show it even if the catalog calls it silent, because nothing else is there to see. */
  showSilent?: boolean;
  /** Below the fix. */
  children?: ReactNode;
}

/**
 * What did not happen, what to do now, the one button that helps, and the request id to copy. Draws nothing for a
 * failure that the catalog calls silent, such as an abort. Words keep their own direction and the card the page's, so
 * that English in a page of Arabic ends in its full stop and stays beside its icon.
 */
export function ErrorCard(props: ErrorCardProps) {
  const { variant = "section", headingLevel, onRetry, showSilent, children } = props;
  const card = useErrorCard(props.error, { onRetry, showSilent });
  if (!card.isShown) return null;

  const { title, fix, tone, error, report } = card;
  const Heading = `h${isHeadingLevel(headingLevel) ? headingLevel : 2}` as const;
  return (
    <section
      {...card.frameProps}
      className="recourse recourse-card"
      data-variant={variant}
      data-tone={tone}
    >
      <span className="recourse-badge">
        <Icon name={tone} />
      </span>
      <div className="recourse-content">
        <div className="recourse-message">
          <Heading {...card.titleProps} className="recourse-title">
            <bdi>{title}</bdi>
          </Heading>
          <p {...card.descriptionProps} className="recourse-fix">
            <bdi>{fix}</bdi>
          </p>
        </div>
        {children}
        <RemedyButtons guidance={card} />
        <div className="recourse-reference">
          <RequestId requestId={error.requestId} />
          <ErrorDetails report={report} />
        </div>
      </div>
    </section>
  );
}

const headingLevels = [1, 2, 3, 4, 5, 6] as const;

/** Plain JavaScript may give anything, and the card must show. */
function isHeadingLevel(level: unknown): level is (typeof headingLevels)[number] {
  return headingLevels.some((known) => known === level);
}
