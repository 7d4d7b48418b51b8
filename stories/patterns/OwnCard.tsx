import { useId, useRef } from "react";
import { useCatalog, useCopy, useErrorGuidance, useFocusWhenReplaced } from "react-recourse";
import { OwnRemedy } from "./OwnRemedy.tsx";
import "./own-card.css";

export interface OwnCardProps {
  error: unknown;
  onRetry?: () => unknown;
}

/** A card in a style of its own, with the kit's words, remedies and copying. */
export function OwnCard({ error, onRetry }: OwnCardProps) {
  const guidance = useErrorGuidance(error, { onRetry });
  const { language, strings } = useCatalog();
  const { copy, state } = useCopy(guidance.error.requestId);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusWhenReplaced(heading);
  const id = useRef<HTMLElement>(null);
  const titleId = useId();
  if (guidance.silent) return null;

  const { title, fix, tone, primary, occasion } = guidance;
  const { requestId } = guidance.error;
  return (
    <section className="own-card" data-tone={tone} lang={language} aria-labelledby={titleId}>
      <div role="alert" className="own-card-words">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          <bdi key={occasion}>{title}</bdi>
        </h2>
        <p>
          <bdi key={occasion}>{fix}</bdi>
        </p>
      </div>
      <div className="own-card-foot">
        {requestId && (
          <button type="button" onClick={() => copy(requestId, id.current)}>
            {state === "copied" ? strings.copied : strings.copy} <code ref={id}>{requestId}</code>
          </button>
        )}
        <span role="status">{state === "selected" && strings.copyByHand}</span>
        {primary && <OwnRemedy action={primary} />}
      </div>
    </section>
  );
}
