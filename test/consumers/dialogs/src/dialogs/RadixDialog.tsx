import { Dialog } from "radix-ui";
import type { CoveringProps } from "../covering-props.ts";

export function RadixDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="content" aria-describedby={undefined}>
          <Dialog.Title>Covering</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
