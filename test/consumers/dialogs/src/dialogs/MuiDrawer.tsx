import Drawer from "@mui/material/Drawer";
import type { CoveringProps } from "../covering-props.ts";

export function MuiDrawer({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Drawer
      anchor="bottom"
      open={isOpen}
      onClose={() => onOpenChange(false)}
      slotProps={{ paper: { role: "dialog", "aria-label": "Covering" } }}
    >
      {children}
    </Drawer>
  );
}
