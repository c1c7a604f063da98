import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the last one first in weight; one with class `first` stands at the other end. */
  footer?: ReactNode;
  wide?: boolean | undefined;
  /** A question that must be answered interrupts a screen reader. */
  role?: 'dialog' | 'alertdialog' | undefined;
}

/** A window over the window. Escape closes it; focus stays inside and goes back where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  wide = false,
  role = 'dialog',
}: DialogProps) {
  return (
    <ModalOverlay className="Scrim" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="Modal">
        <AriaDialog className={wide ? 'Dialog is-wide' : 'Dialog'} role={role}>
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
          </header>
          <div className="body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
