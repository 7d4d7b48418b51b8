"use client";

import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { RecourseContext, useRecourse } from "../provider/useRecourse.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import type { ToastAdapter } from "./sonner-adapter.ts";
import { useToastUse } from "./useToastUse.ts";

interface AdaptedToastsProps {
  toasts: ErrorToasts;
  adapter: ToastAdapter;
  draw: DrawErrorToast;
}

/** From when a toast is shown until it is hidden here. */
interface Shown {
  id: string;
}

/**
 * How often a toaster has left. Sonner leaves out, with the toast that still fades, what is shown again under its id. A
 * toaster that comes back at once, as in StrictMode, finds the same number, by which nothing fades at all.
 */
let withdrawals = 0;

/** Keeps another library's stack in step with the newest error toasts. Draws nothing itself. */
export function AdaptedToasts({ toasts, adapter, draw }: AdaptedToastsProps) {
  const recourse = useRecourse();
  const newest = useSyncExternalStore(toasts.subscribe, toasts.newest, toasts.newest);
  const shown = useRef(new Map<string, Shown>());

  useEffect(() => {
    const open = newest.toasts;
    for (const entry of shown.current) {
      const [key, { id }] = entry;
      if (open.some((toast) => toast.key === key)) continue;
      shown.current.delete(key);
      adapter.hide(id);
    }
    for (const toast of [...open].reverse()) {
      const { key, fingerprint } = toast;
      const now = shown.current.get(key) ?? { id: `${key}.${withdrawals}` };
      shown.current.set(key, now);
      const close = () => {
        if (toasts.entryOf(fingerprint)?.key === key) toasts.close(fingerprint);
      };
      adapter.show(
        now.id,
        // The other library's toaster may stand outside of the provider.
        <RecourseContext.Provider value={recourse}>
          <AdaptedToast toasts={toasts} fingerprint={fingerprint} draw={draw} onClose={close} />
        </RecourseContext.Provider>,
        // A stack tells of what is hidden here as well, and so late that it may be shown again meanwhile.
        () => shown.current.get(key) === now && close(),
      );
    }
  }, [adapter, draw, newest, recourse, toasts]);

  useEffect(
    () => () => {
      for (const { id } of shown.current.values()) adapter.hide(id);
      shown.current.clear();
      queueMicrotask(() => {
        withdrawals += 1;
      });
    },
    [adapter],
  );
  return null;
}

interface AdaptedToastProps {
  toasts: ErrorToasts;
  fingerprint: string;
  draw: DrawErrorToast;
  onClose: () => void;
}

function AdaptedToast({ toasts, fingerprint, draw, onClose }: AdaptedToastProps) {
  const entryOf = () => toasts.entryOf(fingerprint);
  const entry = useSyncExternalStore(toasts.subscribe, entryOf, entryOf);
  const titleId = useId();
  const fixId = useId();
  const use = useToastUse(toasts, fingerprint);
  if (!entry) return null;
  const aria = {
    frameProps: { ...use, role: "group", "aria-labelledby": titleId, "aria-describedby": fixId },
    titleProps: { id: titleId },
    descriptionProps: { id: fixId },
  };
  return draw(drawnToast(entry, onClose, aria));
}
