import { Popover } from "radix-ui";
import type { CoveringProps } from "../covering-props.ts";

export function RadixPopover({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Popover.Root modal open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Anchor>Anchor</Popover.Anchor>
      <Popover.Portal>
        <Popover.Content className="panel" aria-label="Covering">
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
