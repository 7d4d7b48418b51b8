import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import type { OpenToast, ToastedFailures } from "../../toasts/toast-entry.ts";

/** What a toast is drawn from, by the kit or by an app of its own. */
export interface ErrorToastProps {
  /** The failures that it stands for. */
  toast: ToastedFailures;
  /**
   * Sends again all that failed, one after the other, and closes the toast once all of it worked. Undefined where
   * nothing can be sent again.
   */
  onRetry: (() => Promise<void>) | undefined;
  onClose: () => void;
  /**
   * For the outermost element: its role and name, what makes it reachable, Escape, which dismisses it, and what keeps it
   * from going by itself under the pointer, the focus or a selection.
   */
  frameProps: ComponentProps<"div"> & { [mark: `data-${string}`]: unknown };
  /** For the title, which names the toast. */
  titleProps: ComponentProps<"p">;
  /** For the fix, which describes it. */
  descriptionProps: ComponentProps<"p">;
}

export type DrawErrorToast = (props: ErrorToastProps) => ReactNode;

/** The same of every toast, whoever stacks it. */
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
        // Else a modal dialog below would close as well: keys reach it without bubbling (HTML, close requests).
        event.preventDefault();
        event.stopPropagation();
        onClose();
      },
    },
  };
}
