import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import type { OpenToast, ToastedFailures } from "../../toasts/toast-entry.ts";

/** What a toast is drawn from, by the kit or by an app. */
export interface ErrorToastProps {
  /** The failures that it shows. */
  toast: ToastedFailures;
  /**
   * Sends all that failed again, one after the other, and closes the toast once all of it has worked. Undefined if
   * nothing can be sent again.
   */
  onRetry: (() => Promise<void>) | undefined;
  onClose: () => void;
  /**
   * For the outermost element: its role and name, what makes it focusable, Escape to dismiss it, and what keeps it from
   * closing by itself under the pointer, the focus or a selection.
   */
  frameProps: ComponentProps<"div"> & { [mark: `data-${string}`]: unknown };
  /** For the title, which names the toast. */
  titleProps: ComponentProps<"p">;
  /** For the fix, which describes it. */
  descriptionProps: ComponentProps<"p">;
}

export type DrawErrorToast = (props: ErrorToastProps) => ReactNode;

/** The props of a toast, the same in every stack. */
export function drawnToast(
  entry: OpenToast,
  onClose: () => void,
  aria: Pick<ErrorToastProps, "frameProps" | "titleProps" | "descriptionProps">,
): ErrorToastProps {
  const { retry, ...toast } = entry;
  return {
    ...aria,
    toast,
    onClose,
    onRetry: retry,
    frameProps: {
      ...aria.frameProps,
      onKeyDown(event: KeyboardEvent) {
        if (event.key !== "Escape") return;
        // Otherwise a modal dialog below would close as well: keys reach it without bubbling (HTML, close requests).
        event.preventDefault();
        event.stopPropagation();
        onClose();
      },
    },
  };
}
