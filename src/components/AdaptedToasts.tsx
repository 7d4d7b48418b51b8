"use client";

import { useEffect, useId, useRef } from "react";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import type { ErrorToasts } from "./error-toasts.ts";
import type { ToastAdapter } from "./toast-adapter.ts";
import { useOpenToasts } from "./useOpenToasts.ts";
import { RecourseContext, useRecourse } from "./useRecourse.ts";
import { useToastEntry } from "./useToastEntry.ts";

interface AdaptedToastsProps {
  toasts: ErrorToasts;
  adapter: ToastAdapter;
  draw: DrawErrorToast;
}

/** Keeps another library's stack in step with the error toasts that are open. Draws nothing itself. */
export function AdaptedToasts({ toasts, adapter, draw }: AdaptedToastsProps) {
  const recourse = useRecourse();
  const open = useOpenToasts(toasts);
  const shown = useRef(new Set<string>());
  /** Hidden because this leaves, not because anybody dismissed them: a toaster that comes back shows them again. */
  const withdrawn = useRef(new Set<string>());

  useEffect(() => {
    for (const key of shown.current)
      if (!open.some((toast) => toast.key === key)) adapter.hide(key);
    for (const { key, fingerprint } of open)
      adapter.show(
        key,
        // The other library's toaster may stand outside of the provider.
        <RecourseContext.Provider value={recourse}>
          <AdaptedToast
            toasts={toasts}
            fingerprint={fingerprint}
            draw={draw}
            onClose={() => toasts.queue.close(key)}
          />
        </RecourseContext.Provider>,
        // By key: a stack may tell of it so late that the same failure has come back meanwhile.
        () => withdrawn.current.delete(key) || toasts.queue.close(key),
      );
    shown.current = new Set(open.map(({ key }) => key));
  }, [adapter, draw, open, recourse, toasts]);

  useEffect(
    () => () => {
      for (const key of shown.current) {
        withdrawn.current.add(key);
        adapter.hide(key);
      }
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
  const entry = useToastEntry(toasts, fingerprint);
  const titleId = useId();
  const fixId = useId();
  if (!entry) return null;
  const aria = {
    frameProps: { role: "group", "aria-labelledby": titleId, "aria-describedby": fixId },
    titleProps: { id: titleId },
    descriptionProps: { id: fixId },
  };
  return draw(drawnToast(entry, onClose, aria));
}
