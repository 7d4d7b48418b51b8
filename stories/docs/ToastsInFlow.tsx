import { useState } from "react";
import { type ApiError, createErrorToasts, ErrorToaster } from "react-recourse";
import "./toast-window.css";

interface ToastsInFlowProps {
  /** Name of the region; another one for each on a page. */
  name: string;
  errors: readonly ApiError[];
  retry?: () => unknown;
}

/** Toasts that stand in a page like any other part of it, to be looked at. */
export function ToastsInFlow({ name, errors, retry }: ToastsInFlowProps) {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    for (const error of errors) own.add(error, retry);
    return own;
  });
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div className="toasts-in-flow" ref={setPlace}>
      {place && <ErrorToaster toasts={toasts} container={place} label={name} />}
    </div>
  );
}
