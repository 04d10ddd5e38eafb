import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { IconButton } from './button.tsx';

interface DialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg' | 'xl';
}

/**
 * Esc closes the dialog, unless it closed something inside: an open list or menu, or whoever took the key (by preventing
 * its default). What is open is looked at before anybody acts on the key.
 */
function useEscape(opened: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!opened) return;
    const kept = new WeakSet<Event>();
    const look = (event: KeyboardEvent): void => {
      const isOpenList = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
      if (isOpenList || event.isComposing) kept.add(event);
    };
    const act = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !kept.has(event)) close.current();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', act);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', act);
    };
  }, [opened]);
}

/** A question or a small form over the page. The focus stays inside and returns to where it came from. */
export function Dialog({ title, opened, onClose, children, footer, size = 'md' }: DialogProps) {
  const t = useT();
  useEscape(opened, onClose);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: 'a-dialog' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header would be a second banner of the page. */}
        <div className="a-dialog-head">
          <Modal.Title className="a-dialog-title">{title}</Modal.Title>
          <IconButton label={t('ui.close')} icon="close" onClick={onClose} />
        </div>
        <Modal.Body className="a-dialog-body">
          {children}
          {footer !== undefined && <div className="a-dialog-foot">{footer}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
