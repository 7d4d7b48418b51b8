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
  /** The store of toasts to show. Default: the provider's, in which `toastError` and unhandled failures are. */
  toasts?: ErrorToasts;
  /** The element in which the toasts are. Default: the body, or the modal dialog that is open over it. */
  container?: Element;
  /** Shows the toasts in the stack of another library: `sonnerAdapter(toast)` for sonner. */
  adapter?: ToastAdapter;
  /** Name of the region, for people who go from landmark to landmark. Default: the catalog's. */
  label?: string;
  /** A class for the region, in addition to its own. */
  className?: string;
  /** Draws each toast in your own look: `{(props) => <MyToast {...props} />}`. */
  children?: DrawErrorToast;
}

const drawErrorToast: DrawErrorToast = (props) => <ErrorToast {...props} />;

/**
 * Shows a toast for each failure that nobody handles. Put it once, anywhere inside of the provider. Failures with one cause
 * are one toast, with a count. It stays until the person dismisses it, until its failed writes have been sent, or until its
 * failed reads work again. The newest toast shows whole, an older one as a line until it is pointed at. F6 goes to the
 * toasts and back, and Escape dismisses the toast with the focus. The focus then goes to the next toast, and after the last
 * one back to where it was.
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
