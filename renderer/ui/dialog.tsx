import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';

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
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      classNames={{ content: 'a-dialog', header: 'a-dialog-head', title: 'a-dialog-title', body: 'a-dialog-body' }}
    >
      {children}
      {footer !== undefined && <div className="a-dialog-foot">{footer}</div>}
    </Modal>
  );
}
