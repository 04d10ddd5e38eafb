/**
 * Enter goes on to the next field, as on a typewriter; in a box of several lines Ctrl/Cmd-Enter does. Esc leaves;
 * leaving a field has already saved it. Open lists and dialogs keep their own keys.
 */
import type { KeyboardEvent, ReactNode } from 'react';

interface EnterGoesOnProps {
  readonly children: ReactNode;
  /** Enter in the last field. */
  readonly onEnd?: () => void;
  readonly onEscape?: () => void;
  readonly className?: string;
}

const stops = 'input:not([type="hidden"]), textarea, select, button[data-stop]';

/** The fields in order; a radio group counts once, as Tab counts it. */
function fieldsIn(root: HTMLElement): HTMLElement[] {
  const seen = new Set<string>();
  return [...root.querySelectorAll<HTMLElement>(stops)].filter((element) => {
    if (element.closest('[hidden], details:not([open]) > :not(summary)') !== null) return false;
    // Why there is no answer stands beside a label: Tab reaches it, Enter passes by.
    if (element.matches(':disabled') || element.closest('.a-field-aside') !== null) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const group = [...root.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (radio) => radio.name === element.name,
    );
    const stop = group.find((radio) => radio.checked) ?? group[0];
    if (stop !== element || seen.has(element.name)) return false;
    seen.add(element.name);
    return true;
  });
}

function wantsEscape(element: HTMLElement): boolean {
  return element.getAttribute('aria-expanded') === 'true' || element.getAttribute('role') === 'menuitem';
}

export function EnterGoesOn({ children, onEnd, onEscape, className }: EnterGoesOnProps): ReactNode {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.altKey) return;
    const element = event.target as HTMLElement;
    if (event.key === 'Escape' && onEscape !== undefined && !wantsEscape(element)) {
      // A dialog around it stays: the key has closed what is inside.
      event.preventDefault();
      element.blur();
      onEscape();
      return;
    }
    if (event.key !== 'Enter') return;
    const isLong = element instanceof HTMLTextAreaElement;
    const goesOn = isLong ? event.ctrlKey || event.metaKey : element.matches('input, select');
    if (!goesOn) return;
    event.preventDefault();
    const fields = fieldsIn(event.currentTarget);
    const next = fields[fields.indexOf(element) + 1];
    if (next === undefined) onEnd?.();
    else next.focus();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the fields inside and is no control itself
    <div className={className} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
