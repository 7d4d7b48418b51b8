"use client";

import { type ReactElement, useEffect, useRef } from "react";

/** Another library's stack of toasts, which `ErrorToaster` puts its own into. */
export interface ToastAdapter {
  /** Shows content until it is dismissed. Replaces what is shown under the same key. */
  show(key: string, content: ReactElement, onDismiss: () => void): void;
  hide(key: string): void;
}

/** The part of sonner's `toast` that the kit uses. */
export interface SonnerToast {
  custom(
    content: () => ReactElement,
    options: { id: string; duration: number; unstyled: boolean; onDismiss: () => void },
  ): unknown;
  dismiss(id: string): unknown;
}

/**
 * Puts error toasts into the sonner that an app has already, with the same words, buttons and request ID, in sonner's
 * width and theme.
 *
 * ```tsx
 * import { sonnerAdapter } from "react-recourse/sonner";
 * import { toast, Toaster } from "sonner";
 * <Toaster />
 * <ErrorToaster adapter={sonnerAdapter(toast)} />
 * ```
 */
export function sonnerAdapter(toast: SonnerToast): ToastAdapter {
  return {
    show(id, content, onDismiss) {
      const options = { id, duration: Number.POSITIVE_INFINITY, unstyled: true, onDismiss };
      const put = () =>
        void toast.custom(() => <InSonner onResize={put}>{content}</InSonner>, options);
      put();
    },
    hide: (id) => void toast.dismiss(id),
  };
}

/** Sonner sets a width on its own toasts only; under a Radix dialog the body lets nothing be pressed. */
const likeSonner = { width: "var(--width)", maxWidth: "100%", pointerEvents: "auto" } as const;

interface InSonnerProps {
  /** Shows the toast again, since sonner measures it only then: unfolded details would cover the next toast. */
  onResize: () => void;
  children: ReactElement;
}

function InSonner({ onResize, children }: InSonnerProps) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(onResize);
  useEffect(() => {
    latest.current = onResize;
  });
  useEffect(() => {
    const box = element.current;
    // jsdom, where apps test, has none.
    if (!box || typeof ResizeObserver === "undefined") return;
    let height = box.offsetHeight;
    const sizes = new ResizeObserver(() => {
      const { offsetHeight } = box;
      // A closed toast is empty while it fades out.
      if (offsetHeight > 0 && offsetHeight !== height) latest.current();
      height = offsetHeight;
    });
    sizes.observe(box);
    return () => sizes.disconnect();
  }, []);
  return (
    <div ref={element} className="recourse-in-sonner" style={likeSonner}>
      {children}
    </div>
  );
}
