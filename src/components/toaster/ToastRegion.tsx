"use client";

import { useLayoutEffect, useRef } from "react";
import { formatNumber } from "../../guidance/format-number.ts";
import { fillTemplate } from "../../guidance/interface-strings.ts";
import type { ErrorToasts, NewestToasts } from "../../toasts/error-toasts.ts";
import { useCatalog } from "../provider/useCatalog.ts";
import type { DrawErrorToast } from "./drawn-toast.ts";
import { StackedToast } from "./StackedToast.tsx";
import { regionMark, ToastFocus } from "./toast-focus.ts";
import { useHeldWhilePointedAt } from "./useHeldWhilePointedAt.ts";

interface ToastRegionProps {
  toasts: ErrorToasts;
  newest: NewestToasts;
  draw: DrawErrorToast;
  label: string | undefined;
  className: string | undefined;
}

/** A landmark, so that people can navigate to it. */
const regionProps = { role: "region", [regionMark]: "" };

/** The open toasts: the newest whole, older ones a line each, the rest counted. */
export function ToastRegion({ toasts, newest, draw, label, className }: ToastRegionProps) {
  const { language, strings } = useCatalog();
  const region = useRef<HTMLElement>(null);
  const focus = useRef<ToastFocus>(undefined);

  useLayoutEffect(() => {
    if (!region.current) return;
    const followed = new ToastFocus(region.current);
    const stop = followed.follow();
    focus.current = followed;
    return () => {
      // This cleanup runs before React removes the region from the document.
      if (followed.isHere) followed.goBack();
      stop();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the toasts change, nothing may have the focus
  useLayoutEffect(() => focus.current?.goOn(), [newest]);

  const pointed = useHeldWhilePointedAt(toasts);
  const { toasts: shown, others } = newest;
  return (
    <section
      ref={region}
      aria-label={label ?? strings.toasts}
      lang={label === undefined ? language : undefined}
      tabIndex={-1}
      className={["recourse recourse-toasts", className].filter(Boolean).join(" ")}
      {...regionProps}
      {...pointed}
    >
      {shown.map((toast, index) => (
        <StackedToast
          key={toast.key}
          toasts={toasts}
          toast={toast}
          isCompact={index > 0}
          draw={draw}
          onClose={() => toasts.close(toast.fingerprint)}
        />
      ))}
      {shown.length > 1 && (
        <div className="recourse-more" lang={language}>
          {others > 0 && (
            <bdi>{fillTemplate(strings.moreToasts, { count: formatNumber(others, language) })}</bdi>
          )}
          <button type="button" className="recourse-dismiss-all" onClick={() => toasts.clear()}>
            {strings.dismissAll}
          </button>
        </div>
      )}
    </section>
  );
}
