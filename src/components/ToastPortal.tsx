"use client";

import { type ReactNode, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { ModalStack } from "./modal-stack.ts";
import { ToastHost } from "./toast-host.ts";

interface ToastPortalProps {
  container: Element | undefined;
  children: ReactNode;
}

/** Puts toasts where they can be seen and pressed: into the container, else over whatever covers the page. */
export function ToastPortal({ container, children }: ToastPortalProps) {
  const [modals] = useState(() => new ModalStack());
  const [host] = useState(() => new ToastHost());
  const top = useSyncExternalStore(modals.subscribe, modals.top);
  const place = container?.isConnected ? container : top;
  useLayoutEffect(() => host.moveTo(place), [host, place]);
  useLayoutEffect(() => () => host.remove(), [host]);
  return createPortal(children, host.element);
}
