import { Dialog } from "@base-ui/react/dialog";
import type { CoveringProps } from "../covering-props.ts";

export function BaseUiDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="overlay" />
        <Dialog.Popup className="content">
          <Dialog.Title>Covering</Dialog.Title>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
