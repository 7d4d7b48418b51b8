import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { CoveringProps } from "../covering-props.ts";

export function ReactAriaModal({ isOpen, onOpenChange, children }: CoveringProps) {
  return (
    <ModalOverlay isDismissable isOpen={isOpen} onOpenChange={onOpenChange} className="overlay">
      <Modal className="content">
        <Dialog>
          <Heading slot="title">Covering</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
