"use client";

import { type ComponentProps, useEffect, useMemo } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { ToastUse } from "./toast-use.ts";

/** Props for a toast's outermost element, so that it does not close by itself while somebody uses it. */
export function useToastUse(
  { hold }: Pick<ErrorToasts, "hold">,
  fingerprint: string,
): Pick<ComponentProps<"div">, "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"> {
  const use = useMemo(() => new ToastUse(() => hold(fingerprint)), [hold, fingerprint]);
  useEffect(() => () => use.end(), [use]);
  return {
    onPointerEnter: ({ currentTarget }) => use.notePointer(currentTarget, true),
    onPointerLeave: ({ currentTarget }) => use.notePointer(currentTarget, false),
    onFocus: ({ currentTarget, target }) => use.noteFocus(currentTarget, target),
    onBlur: ({ currentTarget, relatedTarget }) => use.noteFocus(currentTarget, relatedTarget),
  };
}
