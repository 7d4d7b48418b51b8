"use client";

import { useId } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import type { OpenToast } from "../../toasts/toast-entry.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
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
  const id = useId();
  const use = useToastUse(toasts, toast.fingerprint);
  const frameProps = { ...use, role: "dialog", "aria-modal": false, tabIndex: 0 };
  return draw(drawnToast({ entry: toast, onClose, id, isCompact, frameProps }));
}
