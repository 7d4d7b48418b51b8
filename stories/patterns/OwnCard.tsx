import { useRef } from "react";
import { useCatalog, useCopy, useErrorCard } from "react-recourse";
import { OwnRemedy } from "./OwnRemedy.tsx";
import "./own-card.css";

export interface OwnCardProps {
  error: unknown;
  onRetry?: () => unknown;
}

/** A card in a style of its own, with the kit's words, remedies and copying. */
export function OwnCard({ error, onRetry }: OwnCardProps) {
  const card = useErrorCard(error, { onRetry });
  const { requestId } = card.error;
  const { strings } = useCatalog();
  const { copy, state } = useCopy(requestId);
  const id = useRef<HTMLElement>(null);
  if (!card.isShown) return null;

  const { title, fix, tone, primary, frameProps, titleProps, descriptionProps } = card;
  return (
    <section {...frameProps} className="own-card" data-tone={tone}>
      <div className="own-card-words">
        <h2 {...titleProps}>
          <bdi>{title}</bdi>
        </h2>
        <p {...descriptionProps}>
          <bdi>{fix}</bdi>
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
