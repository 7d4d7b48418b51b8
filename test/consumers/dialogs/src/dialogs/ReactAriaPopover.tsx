import { useRef } from "react";
import { Dialog, Popover } from "react-aria-components";
import type { CoveringProps } from "../covering-props.ts";

export function ReactAriaPopover({ isOpen, onOpenChange, children }: CoveringProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor}>Anchor</span>
      <Popover triggerRef={anchor} isOpen={isOpen} onOpenChange={onOpenChange} className="panel">
        <Dialog aria-label="Covering">{children}</Dialog>
      </Popover>
    </>
  );
}
