import type { ReactNode } from "react";

/** Of what covers the page, whichever library draws it. */
export interface CoveringProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
}
