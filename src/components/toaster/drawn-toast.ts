import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import type { OpenToast, ToastedFailures } from "../../toasts/toast-entry.ts";
import { toastMark } from "./toast-focus.ts";

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

interface DrawnToast {
  entry: OpenToast;
  onClose: () => void;
  /** Of the element, for the ids of what names and describes it. */
  id: string;
  /** One line until it is pointed at or has the focus. */
  isCompact: boolean;
  /** What else its stack gives the outermost element. */
  frameProps: ErrorToastProps["frameProps"];
}

/** The props of a toast, the same in every stack. */
export function drawnToast(drawn: DrawnToast): ErrorToastProps {
  const { entry, onClose, id, isCompact, frameProps } = drawn;
  const { retry, ...toast } = entry;
  const titleId = `${id}title`;
  const fixId = `${id}fix`;
  return {
    toast,
    onClose,
    onRetry: retry,
    titleProps: { id: titleId },
    descriptionProps: { id: fixId },
    frameProps: {
      ...frameProps,
      "aria-labelledby": titleId,
      "aria-describedby": fixId,
      [toastMark]: isCompact ? "compact" : "whole",
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
