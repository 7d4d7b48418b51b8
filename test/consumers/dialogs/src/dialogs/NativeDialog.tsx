import { useEffect, useRef } from "react";
import type { CoveringProps } from "../covering-props.ts";

export function NativeDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} aria-label="Covering" onClose={() => onOpenChange(false)}>
      {children}
    </dialog>
  );
}
