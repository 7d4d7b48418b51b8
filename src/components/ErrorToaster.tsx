"use client";

import { useToastRegion } from "@react-aria/toast";
import { type ToastState, useToastQueue } from "@react-stately/toast";
import { useRef } from "react";
import { createPortal } from "react-dom";
import { Announcer } from "./Announcer.tsx";
import { ErrorToast } from "./ErrorToast.tsx";
import { type ErrorToasts, errorToasts } from "./error-toasts.ts";
import { useHydrated } from "./useHydrated.ts";
import { useRecourse } from "./useRecourse.ts";

export interface ErrorToasterProps {
  /** Default: the page's toasts, which `toastError` and unhandled failures go to. */
  toasts?: ErrorToasts;
  /** Where it is put. Default: the end of the body. */
  container?: Element;
  /** Name of the region, for people who go from landmark to landmark. Default: the catalog's. */
  label?: string;
}

/**
 * Shows the failures that nobody handles. Put it once, anywhere under the provider. A toast stays until it is
 * dismissed; the same failure again only raises its count. F6 goes to the toasts, Escape dismisses the focused one,
 * and the focus goes back to where it was.
 */
export function ErrorToaster({ toasts = errorToasts, container, label }: ErrorToasterProps) {
  const state = useToastQueue(toasts.queue);
  const hydrated = useHydrated();
  if (!hydrated) return null;
  return createPortal(
    <>
      <Announcer toasts={toasts} />
      {state.visibleToasts.length > 0 && (
        <ToastRegion toasts={toasts} state={state} label={label} />
      )}
    </>,
    container ?? document.body,
  );
}

interface ToastRegionProps {
  toasts: ErrorToasts;
  state: ToastState<string>;
  label: string | undefined;
}

function ToastRegion({ toasts, state, label }: ToastRegionProps) {
  const { strings } = useRecourse().catalog;
  const ref = useRef<HTMLDivElement>(null);
  const { regionProps } = useToastRegion({ "aria-label": label ?? strings.toasts }, state, ref);
  return (
    <div {...regionProps} ref={ref} className="recourse recourse-toasts">
      {state.visibleToasts.map((toast) => (
        <ErrorToast key={toast.key} toasts={toasts} toast={toast} state={state} />
      ))}
    </div>
  );
}
