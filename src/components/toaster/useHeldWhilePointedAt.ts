"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";

/**
 * Props for a stack of toasts. While the pointer is over it no toast closes by itself, which would move the others
 * away.
 */
export function useHeldWhilePointedAt({
  hold,
}: Pick<ErrorToasts, "hold">): Pick<
  ComponentProps<"section">,
  "onPointerEnter" | "onPointerLeave"
> {
  const release = useRef<() => void>(undefined);
  const end = () => {
    release.current?.();
    release.current = undefined;
  };
  useEffect(
    () => () => {
      release.current?.();
      release.current = undefined;
    },
    [],
  );
  return {
    onPointerEnter() {
      if (!release.current) release.current = hold();
    },
    onPointerLeave: end,
  };
}
