"use client";

import {
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { createPortal } from "react-dom";
import type { ErrorToasts } from "../../toasts/error-toasts.ts";
import { separateFromPage } from "../focus/page-separation.ts";
import { RecourseContext, useRecourse } from "../provider/useRecourse.ts";
import { type DrawErrorToast, drawnToast } from "./drawn-toast.ts";
import type { ToastAdapter } from "./sonner-adapter.tsx";
import { useToastUse } from "./useToastUse.ts";

interface AdaptedToastsProps {
  toasts: ErrorToasts;
  adapter: ToastAdapter;
  draw: DrawErrorToast;
}

/** One showing of a toast, until it is hidden here. */
interface Shown {
  id: string;
}

/**
 * How often a toaster has unmounted; part of each ID. Sonner drops what is shown again under the ID of a toast that
 * still fades out. A toaster that remounts at once, as in StrictMode, finds the same number and the same IDs, and then
 * nothing fades.
 */
let withdrawals = 0;

/** Keeps another library's stack in sync with the newest error toasts. Draws nothing itself. */
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
      const isCompact = key !== open[0]?.key;
      const now = shown.current.get(key) ?? { id: `${key}.${withdrawals}` };
      shown.current.set(key, now);
      const close = () => {
        if (toasts.entryOf(fingerprint)?.key === key) toasts.close(fingerprint);
      };
      adapter.show(
        now.id,
        // The other library's toaster may be mounted outside of the provider.
        <RecourseContext.Provider value={recourse}>
          <AdaptedToast
            toasts={toasts}
            fingerprint={fingerprint}
            isCompact={isCompact}
            draw={draw}
            onClose={close}
          />
        </RecourseContext.Provider>,
        // A stack also reports toasts that were hidden from here, so late that they may be shown again by then.
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
  /** One line until the pointer or the focus is on it. */
  isCompact: boolean;
  draw: DrawErrorToast;
  onClose: () => void;
}

function AdaptedToast({ toasts, fingerprint, isCompact, draw, onClose }: AdaptedToastProps) {
  const entryOf = () => toasts.entryOf(fingerprint);
  const entry = useSyncExternalStore(toasts.subscribe, entryOf, entryOf);
  const id = useId();
  const use = useToastUse(toasts, fingerprint);
  if (!entry) return null;
  // The announcer says it. A stack that is a live region would say it again, with all of its buttons.
  const frameProps = { ...use, role: "group", "aria-live": "off" as const };
  return (
    <SeparateFromPage>
      {draw(drawnToast({ entry, onClose, id, isCompact, frameProps }))}
    </SeparateFromPage>
  );
}

/**
 * Separates a toast from the page's dialogs, in any library's stack. Events stop at the portal's element: React hears
 * them, because it listens at the elements of portals.
 */
function SeparateFromPage({ children }: { children: ReactNode }) {
  const [element] = useState(() => {
    const made = document.createElement("div");
    made.style.display = "contents";
    return made;
  });
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(element);
    return separateFromPage(element);
  }, [element]);
  return (
    <div ref={place} style={contents}>
      {createPortal(children, element)}
    </div>
  );
}

const contents = { display: "contents" };
