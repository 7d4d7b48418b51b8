"use client";

import { useSyncExternalStore } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { useHydrated } from "../parts/useHydrated.ts";
import { useRecourse } from "../provider/useRecourse.ts";
import { AdaptedToasts } from "./AdaptedToasts.tsx";
import type { DrawErrorToast } from "./drawn-toast.ts";
import { ErrorToast } from "./ErrorToast.tsx";
import type { ToastAdapter } from "./sonner-adapter.tsx";
import { ToastPortal } from "./ToastPortal.tsx";
import { ToastRegion } from "./ToastRegion.tsx";
import { useSpokenToasts } from "./useSpokenToasts.ts";

export interface ErrorToasterProps {
  /** Default: the provider's toasts, which get unhandled failures and those of `toastError`. */
  toasts?: ErrorToasts;
  /** Where to put the toasts. Default: the end of the body, or of the modal dialog that covers it. */
  container?: Element;
  /** Shows the toasts in another library's stack: `sonnerAdapter(toast)` for sonner. */
  adapter?: ToastAdapter;
  /** The region's name, for people who navigate by landmarks. Default: the catalog's. */
  label?: string;
  /** Added to the region that holds the toasts. */
  className?: string;
  /** Draws a toast instead of the kit: `{(props) => <MyToast {...props} />}`. */
  children?: DrawErrorToast;
}

const drawErrorToast: DrawErrorToast = (props) => <ErrorToast {...props} />;

/**
 * Shows the failures that nobody handles. Put it once, anywhere under the provider. A toast stays until the person
 * dismisses it or has sent it again; the toast of a failed read also closes when that works again. The same cause again
 * only raises its toast's count. The newest toast is whole, older ones are a line each until they are pointed at. F6
 * moves the focus to the toasts and back. Escape dismisses the focused toast; the focus then goes to the next one and,
 * after the last, back to where it was.
 */
export function ErrorToaster(props: ErrorToasterProps) {
  const hydrated = useHydrated();
  return hydrated ? <Toaster {...props} /> : null;
}

function Toaster(props: ErrorToasterProps) {
  const { container, adapter, label, className, children = drawErrorToast } = props;
  const recourse = useRecourse();
  const toasts = props.toasts ?? recourse.toasts;
  const newest = useSyncExternalStore(toasts.subscribe, toasts.newest, toasts.newest);
  useSpokenToasts(toasts);
  if (adapter) return <AdaptedToasts toasts={toasts} adapter={adapter} draw={children} />;
  return (
    <ToastPortal container={container} toasts={newest.toasts}>
      {newest.toasts.length > 0 && (
        <ToastRegion
          toasts={toasts}
          newest={newest}
          draw={children}
          label={label}
          className={className}
        />
      )}
    </ToastPortal>
  );
}
