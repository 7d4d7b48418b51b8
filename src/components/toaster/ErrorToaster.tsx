"use client";

import { useToastRegion } from "@react-aria/toast";
import { type ToastState, useToastQueue } from "@react-stately/toast";
import { useRef } from "react";
import { formatNumber } from "../../guidance/format-number.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import { type ErrorToasts, errorToasts } from "../../toasts/error-toasts.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import { AdaptedToasts } from "./AdaptedToasts.tsx";
import { Announcer } from "./Announcer.tsx";
import type { DrawErrorToast } from "./drawn-toast.ts";
import { ErrorToast } from "./ErrorToast.tsx";
import { StackedToast } from "./StackedToast.tsx";
import { ToastPortal } from "./ToastPortal.tsx";
import type { ToastAdapter } from "./toast-adapter.ts";
import { useOpenToasts } from "./useOpenToasts.ts";

export interface ErrorToasterProps {
  /** Default: the page's toasts, which `toastError` and unhandled failures go to. */
  toasts?: ErrorToasts;
  /** Where it is put. Default: the end of the body, or of the modal dialog that covers it. */
  container?: Element;
  /** Shows them in the stack of another library: `toastAdapter(toast)` for sonner. */
  adapter?: ToastAdapter;
  /** Name of the region, for people who go from landmark to landmark. Default: the catalog's. */
  label?: string;
  /** For the region that holds the toasts, beside the kit's own. */
  className?: string;
  /** Draws a toast in place of the kit: `{(props) => <MyToast {...props} />}`. */
  children?: DrawErrorToast;
}

const drawErrorToast: DrawErrorToast = (props) => <ErrorToast {...props} />;

/**
 * Shows the failures that nobody handles. Put it once, anywhere under the provider. A toast stays until it is
 * dismissed; the same failure again only raises its count. F6 goes to the toasts, Escape dismisses the focused one,
 * and the focus goes back to where it was.
 */
export function ErrorToaster(props: ErrorToasterProps) {
  const { toasts = errorToasts, container, adapter, children = drawErrorToast } = props;
  const state = useToastQueue(toasts.queue);
  const hydrated = useHydrated();
  if (!hydrated) return null;
  if (adapter) return <AdaptedToasts toasts={toasts} adapter={adapter} draw={children} />;
  return (
    <ToastPortal container={container} toasts={state.visibleToasts}>
      <Announcer toasts={toasts} />
      {state.visibleToasts.length > 0 && (
        <ToastRegion {...props} toasts={toasts} state={state} draw={children} />
      )}
    </ToastPortal>
  );
}

interface ToastRegionProps extends Pick<ErrorToasterProps, "label" | "className"> {
  toasts: ErrorToasts;
  state: ToastState<string>;
  draw: DrawErrorToast;
}

function ToastRegion({ toasts, state, draw, label, className }: ToastRegionProps) {
  const { language, strings } = useCatalog();
  const ref = useRef<HTMLDivElement>(null);
  const open = useOpenToasts(toasts);
  const waiting = open.length - state.visibleToasts.length;
  const { regionProps } = useToastRegion({ "aria-label": label ?? strings.toasts }, state, ref);
  return (
    <div
      {...regionProps}
      lang={label === undefined ? language : undefined}
      ref={ref}
      className={["recourse recourse-toasts", className].filter(Boolean).join(" ")}
    >
      {state.visibleToasts.map((toast) => (
        <StackedToast key={toast.key} toasts={toasts} toast={toast} state={state} draw={draw} />
      ))}
      {waiting > 0 && (
        <p className="recourse-more" lang={language}>
          <bdi>
            {fillTemplate(strings.moreToasts, {
              count: formatNumber(waiting, language),
            })}
          </bdi>
        </p>
      )}
    </div>
  );
}
