import { Drawer } from "@base-ui/react/drawer";
import type { CoveringProps } from "../covering-props.ts";

export function BaseUiDrawer({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Drawer.Root open={isOpen} onOpenChange={onOpenChange}>
      <Drawer.Portal>
        <Drawer.Backdrop className="overlay" />
        <Drawer.Viewport>
          <Drawer.Popup className="drawer">
            <Drawer.Content>
              <Drawer.Title>Covering</Drawer.Title>
              {children}
            </Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
