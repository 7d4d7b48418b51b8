import { Menu } from "@base-ui/react/menu";
import type { CoveringProps } from "../covering-props.ts";

export function BaseUiMenu({ isOpen, onOpenChange }: CoveringProps) {
  return (
    <Menu.Root modal open={isOpen} onOpenChange={onOpenChange}>
      <Menu.Trigger>Menu</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner>
          <Menu.Popup className="panel" aria-label="Covering">
            <Menu.Item>Rename</Menu.Item>
            <Menu.Item>Close</Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
