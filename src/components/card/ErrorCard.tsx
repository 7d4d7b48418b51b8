"use client";

import type { ReactNode } from "react";
import { ErrorDetails } from "../parts/ErrorDetails.tsx";
import { Icon } from "../parts/Icon.tsx";
import { tonePaths } from "../parts/icon-paths.ts";
import { RequestId } from "../parts/RequestId.tsx";
import { RemedyButtons } from "../remedies/RemedyButtons.tsx";
import { useErrorCard } from "./useErrorCard.ts";

export interface ErrorCardProps {
  /** Anything that was thrown. For `null` and `undefined` the card draws nothing. */
  error: unknown;
  /**
   * `page` fills the middle of an empty view, `section` replaces a part of a view, `inline` is beside the thing that
   * failed, such as a form's button. Default `"section"`.
   */
  variant?: "page" | "section" | "inline";
  /** What "Try again" does. Default: the provider's `retry` remedy. Without either there is no such button. */
  onRetry?: () => unknown;
  /** Level of the title's heading. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Shows the card even if the catalog calls the failure silent, because nothing else would be on the screen. */
  showSilent?: boolean;
  /** Shown below the fix. */
  children?: ReactNode;
}

/**
 * Shows what did not happen, what to do now, the one button that helps, and the request ID to copy. Draws nothing for
 * `null`, `undefined`, or a failure that the catalog calls silent, such as an abort. The words keep their own text
 * direction and the card keeps the page's: on an Arabic page, an English sentence ends with its full stop and stays
 * beside the icon.
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
        <Icon path={tonePaths[tone]} />
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

/** Plain JavaScript may pass anything, and the card must still show. */
function isHeadingLevel(level: unknown): level is (typeof headingLevels)[number] {
  return headingLevels.some((known) => known === level);
}
