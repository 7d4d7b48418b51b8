import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import type { OpenToast, ToastedFailures } from "../../toasts/toast-entry.ts";

/** What `ErrorToaster` gives to draw one toast. */
export interface ErrorToastProps {
  /** The failures that this toast shows. */
  toast: ToastedFailures;
  /**
   * Sends all failed calls again, one after the other, and closes the toast when all of them have worked. Undefined if no
   * call can be sent again.
   */
  onRetry: (() => Promise<void>) | undefined;
  onClose: () => void;
  /**
   * For the outermost element. They give it a role and a name, let Tab reach it and Escape dismiss it, and keep it from
   * going away by itself under the pointer, the focus or a selection.
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
