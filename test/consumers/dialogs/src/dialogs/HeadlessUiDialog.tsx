import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from "@headlessui/react";
import type { CoveringProps } from "../covering-props.ts";

export function HeadlessUiDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Dialog open={isOpen} onClose={() => onOpenChange(false)}>
      <DialogBackdrop className="overlay" />
      <DialogPanel className="content">
        <DialogTitle>Covering</DialogTitle>
        {children}
      </DialogPanel>
    </Dialog>
  );
}
