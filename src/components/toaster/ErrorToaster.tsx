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
  /** Default: the provider's toasts, which `toastError` and unhandled failures go to. */
  toasts?: ErrorToasts;
  /** Where it is put. Default: the end of the body, or of the modal dialog that covers it. */
  container?: Element;
  /** Shows them in the stack of another library: `sonnerAdapter(toast)` for sonner. */
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
 * Shows the failures that nobody handles. Put it once, anywhere under the provider. A toast stays until it is dismissed
 * or sent again, and that of something read until that works again; the same cause again only raises its count. The newest is whole, older ones are a line each until they are
 * pointed at. F6 goes to the toasts and back, Escape dismisses the focused one, and the focus goes to the next one, then
 * back to where it was.
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
