import { DropdownMenu } from "radix-ui";
import type { CoveringProps } from "../covering-props.ts";

export function RadixDropdownMenu({ isOpen, onOpenChange }: CoveringProps) {
  return (
    <DropdownMenu.Root modal open={isOpen} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger>Menu</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="panel" aria-label="Covering">
          <DropdownMenu.Item>Rename</DropdownMenu.Item>
          <DropdownMenu.Item>Close</DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
