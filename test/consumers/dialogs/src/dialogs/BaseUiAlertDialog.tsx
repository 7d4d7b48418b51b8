import { AlertDialog } from "@base-ui/react/alert-dialog";
import type { CoveringProps } from "../covering-props.ts";

export function BaseUiAlertDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="overlay" />
        <AlertDialog.Popup className="content">
          <AlertDialog.Title>Covering</AlertDialog.Title>
          {children}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
