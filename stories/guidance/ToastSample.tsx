import { useState } from "react";
import { type ApiError, createErrorToasts, ErrorToaster } from "react-recourse";

/** A toast of its own that stays in the flow of the page. */
export function ToastSample({ name, error }: { name: string; error: ApiError }) {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    own.add(error, () => {});
    return own;
  });
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div className="gallery-toast" ref={setPlace}>
      {place && <ErrorToaster toasts={toasts} container={place} label={`${name} as a toast`} />}
    </div>
  );
}
