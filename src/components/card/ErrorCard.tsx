"use client";

import { type ReactNode, useId, useRef } from "react";
import { useFocusWhenReplaced } from "../focus/useFocusWhenReplaced.ts";
import { ErrorDetails } from "../parts/ErrorDetails.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RequestId } from "../parts/RequestId.tsx";
import { useCatalog } from "../provider/useCatalog.ts";
import { RemedyButtons } from "../remedies/RemedyButtons.tsx";
import { useErrorGuidance } from "../remedies/useErrorGuidance.ts";

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
  const { variant = "section", headingLevel = 2, onRetry, showSilent = false, children } = props;
  const guidance = useErrorGuidance(props.error, { onRetry });
  const { language } = useCatalog();
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenReplaced(heading);
  if (guidance.silent && !showSilent) return null;

  const { title, fix, tone, error, report, occasion } = guidance;
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className="recourse recourse-card"
      data-variant={variant}
      data-tone={tone}
      lang={language}
      aria-labelledby={titleId}
    >
      <span className="recourse-badge">
        <Icon name={tone} />
      </span>
      <div className="recourse-content">
        <div role="alert" className="recourse-message">
          <Heading id={titleId} ref={heading} tabIndex={-1} className="recourse-title">
            <bdi key={occasion}>{title}</bdi>
          </Heading>
          <p className="recourse-fix">
            <bdi key={occasion}>{fix}</bdi>
          </p>
        </div>
        {children}
        <RemedyButtons guidance={guidance} />
        <div className="recourse-reference">
          <RequestId requestId={error.requestId} />
          <ErrorDetails report={report} />
        </div>
      </div>
    </section>
  );
}
