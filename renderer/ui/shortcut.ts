/** Shortcuts are written once as `Mod+K`; Mod is Cmd on a Mac and Ctrl elsewhere. */

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');

/** The parts of a shortcut; the key itself may be a plus sign. */
function partsOf(shortcut: string): string[] {
  return shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), '+'] : shortcut.split('+');
}

/** For people: `Ctrl K` or `⌘K`. */
export function shortcutText(shortcut: string): string {
  const parts = partsOf(shortcut).map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift') return isMac ? '⇧' : 'Shift';
    return part;
  });
  return parts.join(isMac ? '' : ' ');
}

/** For `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
}

/** True when a key press is this shortcut, and no other modifier is held. */
export function isShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = partsOf(shortcut);
  const key = parts.at(-1) ?? '';
  const modifier = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (modifier !== parts.includes('Mod') || other || event.altKey) return false;
  if (event.shiftKey !== parts.includes('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
