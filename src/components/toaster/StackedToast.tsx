"use client";

import { useToast } from "@react-aria/toast";
import type { QueuedToast, ToastState } from "@react-stately/toast";
import { useRef } from "react";
import type { ErrorToastEntry, ErrorToasts } from "../../toasts/error-toasts.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import { useToastEntry } from "./useToastEntry.ts";

interface StackedToastProps {
  toasts: ErrorToasts;
  toast: QueuedToast<string>;
  state: ToastState<string>;
  draw: DrawErrorToast;
}

/** One fingerprint's failures, in the kit's own stack. */
export function StackedToast({ toasts, ...shown }: StackedToastProps) {
  const entry = useToastEntry(toasts, shown.toast.content);
  return entry ? <FramedToast {...shown} entry={entry} /> : null;
}

function FramedToast(props: Omit<StackedToastProps, "toasts"> & { entry: ErrorToastEntry }) {
  const { toast, state, entry, draw } = props;
  const ref = useRef<HTMLDivElement>(null);
  const { toastProps, titleProps, descriptionProps } = useToast({ toast }, state, ref);
  const aria = { frameProps: { ...toastProps, ref }, titleProps, descriptionProps };
  return draw(drawnToast(entry, () => state.close(toast.key), aria));
}
