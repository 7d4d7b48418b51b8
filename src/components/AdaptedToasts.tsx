"use client";

import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import { ErrorToastBody } from "./ErrorToast.tsx";
import type { ErrorToasts } from "./error-toasts.ts";
import type { ToastAdapter } from "./toast-adapter.ts";
import { RecourseContext, useRecourse } from "./useRecourse.ts";

interface AdaptedToastsProps {
  toasts: ErrorToasts;
  adapter: ToastAdapter;
}

/** Keeps another library's stack in step with the error toasts that are open. Draws nothing itself. */
export function AdaptedToasts({ toasts, adapter }: AdaptedToastsProps) {
  const recourse = useRecourse();
  const open = useSyncExternalStore(toasts.subscribe, toasts.open, toasts.open);
  const shown = useRef(new Set<string>());

  useEffect(() => {
    for (const key of shown.current)
      if (!open.some((toast) => toast.key === key)) adapter.hide(key);
    for (const { key, fingerprint } of open)
      adapter.show(
        key,
        // The other library's toaster may stand outside of the provider.
        <RecourseContext.Provider value={recourse}>
          <AdaptedToast toasts={toasts} fingerprint={fingerprint} />
        </RecourseContext.Provider>,
        () => toasts.close(fingerprint),
      );
    shown.current = new Set(open.map(({ key }) => key));
  }, [adapter, open, recourse, toasts]);

  useEffect(
    () => () => {
      for (const key of shown.current) adapter.hide(key);
    },
    [adapter],
  );
  return null;
}

function AdaptedToast({ toasts, fingerprint }: { toasts: ErrorToasts; fingerprint: string }) {
  const entryOf = () => toasts.entryOf(fingerprint);
  const entry = useSyncExternalStore(toasts.subscribe, entryOf, entryOf);
  const titleId = useId();
  return entry ? (
    <ErrorToastBody
      entry={entry}
      onClose={() => toasts.close(fingerprint)}
      frame={{ role: "group", "aria-labelledby": titleId }}
      titleProps={{ id: titleId }}
    />
  ) : null;
}
