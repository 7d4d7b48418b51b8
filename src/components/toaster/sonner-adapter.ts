import type { ReactElement } from "react";

/** Another library's stack of toasts, for `ErrorToaster` to put its own into. */
export interface ToastAdapter {
  /** Shows content until it is dismissed. Under a key that is shown already it takes the other's place. */
  show(key: string, content: ReactElement, onDismiss: () => void): void;
  hide(key: string): void;
}

/** What is used of sonner's `toast`. */
export interface SonnerToast {
  custom(
    content: () => ReactElement,
    options: { id: string; duration: number; unstyled: boolean; onDismiss: () => void },
  ): unknown;
  dismiss(id: string): unknown;
}

/**
 * Puts error toasts into the sonner that an app has already, with the same words, buttons and request id.
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
      toast.custom(() => content, {
        id,
        duration: Number.POSITIVE_INFINITY,
        unstyled: true,
        onDismiss,
      });
    },
    hide: (id) => void toast.dismiss(id),
  };
}
