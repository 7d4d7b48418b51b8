"use client";

import { type ReactNode, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { ModalStack } from "../focus/modal-stack.ts";
import { ToastHost } from "./toast-host.ts";

interface ToastPortalProps {
  container: Element | undefined;
  /** The open toasts. */
  toasts: readonly unknown[];
  children: ReactNode;
}

/** Puts toasts where they can be seen and pressed: into the container, else over whatever covers the page. */
export function ToastPortal({ children, ...placed }: ToastPortalProps) {
  const [host] = useState(() => new ToastHost());
  return (
    <>
      <HostPlace {...placed} host={host} />
      {createPortal(children, host.element)}
    </>
  );
}

interface HostPlaceProps extends Omit<ToastPortalProps, "children"> {
  host: ToastHost;
}

/** Rendered before the portal, so that its effects run first: toasts then mount in a host that is in the document. */
function HostPlace({ host, container, toasts }: HostPlaceProps) {
  const [modals] = useState(() => new ModalStack());
  const top = useSyncExternalStore(modals.subscribe, modals.top);
  const isOnTop = !container?.isConnected;
  const parent = isOnTop ? top : container;
  useLayoutEffect(() => host.moveTo({ parent, isOnTop }), [host, parent, isOnTop]);
  useLayoutEffect(() => host.fill(toasts.length > 0), [host, toasts]);
  useLayoutEffect(() => () => host.remove(), [host]);
  return null;
}
