"use client";

import { useId } from "react";
import type { OpenToast } from "../../toasts/toast-entry.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import { toastMark } from "./toast-focus.ts";

interface StackedToastProps {
  toast: OpenToast;
  /** One line until it is pointed at or has the focus. */
  isCompact: boolean;
  draw: DrawErrorToast;
  onClose: () => void;
}

/** One fingerprint's failures, in the kit's own stack. */
export function StackedToast({ toast, isCompact, draw, onClose }: StackedToastProps) {
  const titleId = useId();
  const fixId = useId();
  return draw(
    drawnToast(toast, onClose, {
      frameProps: {
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
