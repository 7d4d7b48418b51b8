import { type ReactNode, useState } from "react";
import { type DrawErrorToast, ErrorToaster, type ErrorToasts } from "react-recourse";
import "./page.css";
import "./toast-window.css";

interface ToastWindowProps {
  /** Default: the page's. */
  toasts?: ErrorToasts;
  /** Name of the region. */
  label?: string;
  /** Default: the kit's own look. */
  draw?: DrawErrorToast;
  children?: ReactNode;
}

/** A small page whose toasts stay in its own corner, so that several fit on one page of documentation. */
export function ToastWindow({ toasts, label, draw, children }: ToastWindowProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div className="toast-window" ref={setPlace}>
      <div className="docs-page">{children}</div>
      {place && (
        <ErrorToaster
          container={place}
          {...(toasts && { toasts })}
          {...(label && { label })}
          {...(draw && { children: draw })}
        />
      )}
    </div>
  );
}
