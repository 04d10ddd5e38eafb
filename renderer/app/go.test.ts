// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isShortcut, shortcutText } from '#renderer/ui/shortcut.ts';
import { commands } from './commands.ts';
import { pathOf } from './go.ts';

describe('addresses', () => {
  it.each([
    [{ to: 'today' }, '/today'],
    [{ to: 'intake' }, '/intake/new'],
    [{ to: 'case', caseId: 'a' }, '/case/a'],
    [{ to: 'case', caseId: 'a', tab: 'fear' }, '/case/a/fear'],
    [{ to: 'person', caseId: 'a', personId: 'b', tab: 'contact' }, '/case/a/person/b/contact'],
    [{ to: 'fear', caseId: 'a', factId: 'f', step: 'asked' }, '/case/a/fear/f/asked'],
    [{ to: 'hearing', caseId: 'a', factId: 'f' }, '/case/a/hearing/f'],
    [{ to: 'newDocument', caseId: 'a' }, '/case/a/document/new'],
    [
      { to: 'newDocument', caseId: 'a', kind: 'hearing-letter', hearingId: 'h' },
      '/case/a/document/new/hearing-letter/h',
    ],
    [{ to: 'readBack', draftId: 'd' }, '/draft/d/read-back'],
    [{ to: 'back' }, null],
  ] as const)('%o', (destination, expected) => {
    expect(pathOf(destination)).toBe(expected);
  });
});

function press(key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...held });
}

describe('shortcuts', () => {
  it('want exactly their modifiers', () => {
    expect(isShortcut(press('k', { ctrlKey: true }), 'Mod+K')).toBe(true);
    expect(isShortcut(press('k'), 'Mod+K')).toBe(false);
    expect(isShortcut(press('k', { ctrlKey: true, altKey: true }), 'Mod+K')).toBe(false);
    expect(isShortcut(press('K', { ctrlKey: true, shiftKey: true }), 'Mod+K')).toBe(false);
    expect(isShortcut(press('+', { ctrlKey: true }), 'Mod++')).toBe(true);
    expect(isShortcut(press('F6', { shiftKey: true }), 'Shift+F6')).toBe(true);
  });

  it('are written as on the keyboard', () => {
    expect(shortcutText('Mod+Shift+N')).toBe('Ctrl Shift N');
    expect(shortcutText('Mod++')).toBe('Ctrl +');
  });

  it('belong to one command each', () => {
    const all = commands.flatMap((command) => [command.shortcut, ...(command.also ?? [])].filter(Boolean));
    expect(new Set(all).size).toBe(all.length);
  });
});
