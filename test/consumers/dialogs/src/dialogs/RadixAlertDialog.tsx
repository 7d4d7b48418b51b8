import { AlertDialog } from "radix-ui";
import type { CoveringProps } from "../covering-props.ts";

export function RadixAlertDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="overlay" />
        <AlertDialog.Content className="content">
          <AlertDialog.Title>Covering</AlertDialog.Title>
          <AlertDialog.Description>An alert</AlertDialog.Description>
          {children}
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
