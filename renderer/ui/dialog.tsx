import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** A question or a small form over the page. The focus stays inside and returns to where it came from. */
export function Dialog({ title, opened, onClose, children, footer, size = 'md' }: DialogProps) {
  const t = useT();
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
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
