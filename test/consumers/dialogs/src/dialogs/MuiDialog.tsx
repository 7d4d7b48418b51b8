import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import type { CoveringProps } from "../covering-props.ts";

export function MuiDialog({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <Dialog open={isOpen} onClose={() => onOpenChange(false)} aria-label="Covering">
      <DialogContent>{children}</DialogContent>
    </Dialog>
  );
}
