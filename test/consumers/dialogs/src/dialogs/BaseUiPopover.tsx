import { Popover } from "@base-ui/react/popover";
import type { CoveringProps } from "../covering-props.ts";

export function BaseUiPopover({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Popover.Root modal open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Trigger>Popover</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner>
          <Popover.Popup className="panel">
            <Popover.Title>Covering</Popover.Title>
            {children}
            <Popover.Close>Close the popover</Popover.Close>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
