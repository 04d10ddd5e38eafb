import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';
import { shortcutText } from './shortcut.ts';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly variant?: ButtonProps['variant'];
  readonly size?: ButtonProps['size'];
  readonly leftIcon?: IconName;
  readonly align?: 'start' | 'end';
}

/** A button that opens a list of actions: arrows move, Enter acts, Esc closes and gives the focus back. */
export function Menu({ label, items, variant, size, leftIcon, align = 'end' }: MenuProps) {
  const [opened, setOpened] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  // A list that would start left of what its part of the window shows opens to the other side.
  useLayoutEffect(() => {
    const list = root.current?.querySelector<HTMLElement>('[role="menu"]');
    if (!opened || !list || align === 'start') return;
    const edge = root.current?.closest('main')?.getBoundingClientRect().left ?? 0;
    if (list.getBoundingClientRect().left < edge) list.dataset.align = 'start';
  }, [opened, align]);

  useEffect(() => {
    if (!opened) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const close = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) setOpened(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [opened]);

  function choose(item: MenuItem): void {
    setOpened(false);
    button.current?.focus();
    item.onSelect();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!opened) return;
    const entries = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: entries.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      entries[(to + entries.length) % entries.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      setOpened(false);
      button.current?.focus();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the keys of the buttons inside
    <div className="a-menu" ref={root} onKeyDown={onKeyDown}>
      <Button
        ref={button}
        variant={variant}
        size={size}
        leftIcon={leftIcon}
        rightIcon="open"
        onClick={() => setOpened(!opened)}
        menu={opened}
        controls={opened ? id : undefined}
      >
        {label}
      </Button>
      {opened && (
        <div className="a-menu-list" data-align={align} role="menu" id={id} aria-label={label}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => choose(item)}
            >
              {item.icon && <Icon name={item.icon} />}
              <span>{item.label}</span>
              {item.shortcut && <kbd className="a-kbd">{shortcutText(item.shortcut)}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
