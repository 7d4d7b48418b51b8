import { Drawer } from "vaul";
import type { CoveringProps } from "../covering-props.ts";

export function VaulDrawer({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Drawer.Root open={isOpen} onOpenChange={onOpenChange}>
      <Drawer.Portal>
        <Drawer.Overlay className="overlay" />
        <Drawer.Content className="drawer" aria-describedby={undefined}>
          <Drawer.Title>Covering</Drawer.Title>
          {children}
        </Drawer.Content>
      </Drawer.Portal>
    </Drawer.Root>
  );
}
