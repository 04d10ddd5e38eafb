import { describe, expect, it, vi } from 'vitest';
import en from '#resources/locales/en.json';
import es from '#resources/locales/es.json';

vi.stubGlobal('__TEST_BUILD__', false);
vi.mock('electron', () => ({ app: {}, Menu: {}, BrowserWindow: {}, dialog: {} }));
const { menuKeys } = await import('./menu.ts');
const { textOf } = await import('./words.ts');

const dialogKeys = [
  'dialogs.save',
  'dialogs.open',
  ...['pdf', 'json', 'txt', 'png', 'jpg', 'image'].map((kind) => `dialogs.kind.${kind}`),
];

describe('native texts', () => {
  it.each([...menuKeys(), ...dialogKeys])('%s stands in both languages', (key) => {
    expect(textOf(en, key)).not.toBe('');
    expect(textOf(es, key)).not.toBe('');
  });

  it('a missing key throws', () => {
    expect(() => textOf(en, 'menu.nowhere')).toThrow('No text under "menu.nowhere".');
  });
});
