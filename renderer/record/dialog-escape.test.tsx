// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { EnterGoesOn } from './enter-goes-on.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { Menu } from '#renderer/ui/menu.tsx';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

describe('Esc in a dialog', () => {
  function show(children: React.ReactNode) {
    const onClose = vi.fn();
    render(
      <KitProvider choice="light">
        <Dialog title="Status" opened onClose={onClose}>
          {children}
        </Dialog>
      </KitProvider>,
    );
    return onClose;
  }
  const press = (element: Element) => fireEvent.keyDown(element, { key: 'Escape', code: 'Escape' });

  it('closes it', () => {
    const onClose = show(<input aria-label="From" />);
    press(screen.getByLabelText('From'));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('closes an open menu only; the next Esc closes the dialog', () => {
    const onClose = show(<Menu label="More" items={[{ id: 'a', label: 'Export', onSelect: () => {} }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    press(screen.getByRole('menuitem', { name: 'Export' }));
    expect(screen.queryByRole('menuitem')).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    press(screen.getByRole('button', { name: 'More' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('leaves the dialog open while a list of a field is open', () => {
    const onClose = show(<input aria-label="Port" role="combobox" aria-expanded="true" aria-controls="x" />);
    press(screen.getByLabelText('Port'));
    expect(onClose).not.toHaveBeenCalled();
  });

  it('closes a form that is open inside, and not the dialog around it', () => {
    const onEscape = vi.fn();
    const onClose = show(
      <EnterGoesOn onEscape={onEscape}>
        <input aria-label="Note" />
      </EnterGoesOn>,
    );
    press(screen.getByLabelText('Note'));
    expect(onEscape).toHaveBeenCalledTimes(1);
    expect(onClose).not.toHaveBeenCalled();
  });
});
