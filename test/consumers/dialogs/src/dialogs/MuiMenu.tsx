import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import type { CoveringProps } from "../covering-props.ts";

export function MuiMenu({ isOpen, onOpenChange }: CoveringProps) {
  return (
    <Menu
      open={isOpen}
      onClose={() => onOpenChange(false)}
      anchorReference="anchorPosition"
      anchorPosition={{ top: 80, left: 16 }}
      slotProps={{ list: { "aria-label": "Covering" } }}
    >
      <MenuItem>Rename</MenuItem>
      <MenuItem onClick={() => onOpenChange(false)}>Close</MenuItem>
    </Menu>
  );
}
