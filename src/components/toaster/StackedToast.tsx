"use client";

import { useId } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import type { OpenToast } from "../../toasts/toast-entry.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import { toastMark } from "./toast-focus.ts";
import { useToastUse } from "./useToastUse.ts";

interface StackedToastProps {
  toasts: ErrorToasts;
  toast: OpenToast;
  /** One line until the pointer or the focus is on it. */
  isCompact: boolean;
  draw: DrawErrorToast;
  onClose: () => void;
}

/** One toast in the kit's own stack. */
export function StackedToast({ toasts, toast, isCompact, draw, onClose }: StackedToastProps) {
  const titleId = useId();
  const fixId = useId();
  const use = useToastUse(toasts, toast.fingerprint);
  return draw(
    drawnToast(toast, onClose, {
      frameProps: {
        ...use,
        role: "dialog",
        "aria-modal": false,
        "aria-labelledby": titleId,
        "aria-describedby": fixId,
        tabIndex: 0,
        [toastMark]: isCompact ? "compact" : "whole",
      },
      titleProps: { id: titleId },
      descriptionProps: { id: fixId },
    }),
  );
}
