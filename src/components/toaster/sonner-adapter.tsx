"use client";

import { type ReactElement, useEffect, useRef } from "react";

/** Lets `ErrorToaster` put its toasts into the stack of another library. */
export interface ToastAdapter {
  /** Shows `content` until it is dismissed. Replaces the content that is shown under the same key. */
  show(key: string, content: ReactElement, onDismiss: () => void): void;
  hide(key: string): void;
}

/** The part of sonner's `toast` that is used. */
export interface SonnerToast {
  custom(
    content: () => ReactElement,
    options: { id: string; duration: number; unstyled: boolean; onDismiss: () => void },
  ): unknown;
  dismiss(id: string): unknown;
}

/**
 * Shows error toasts in the app's own sonner, with its width and theme, and with the same words, buttons and request id.
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

/** Sonner gives its width to its own toasts only; under a Radix dialog the body lets nothing be pressed. */
const likeSonner = { width: "var(--width)", maxWidth: "100%", pointerEvents: "auto" } as const;

interface InSonnerProps {
  /** Sonner asks for the height of a toast only when it is shown: details that unfold would lie over the next one. */
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
    // Not in jsdom, where apps test.
    if (!box || typeof ResizeObserver === "undefined") return;
    let height = box.offsetHeight;
    const sizes = new ResizeObserver(() => {
      const { offsetHeight } = box;
      // Empty is what has been closed and only fades.
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
