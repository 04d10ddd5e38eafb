import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: { getPath: () => '/nowhere', getLocale: () => 'en' } }));
const { defaultPreferences, parsePreferences } = await import('./preferences.ts');

describe('parsePreferences', () => {
  it('keeps what fits and takes the default for what does not', () => {
    const text = JSON.stringify({ language: 'es', idleMinutes: 600, zoomPercent: 120, theme: 'pink', other: 1 });
    expect(parsePreferences(text)).toEqual({ ...defaultPreferences, language: 'es', zoomPercent: 120 });
  });

  it.each(['', '{', 'null', '[1]', '"x"'])('answers the defaults for %j', (text) => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  });
});
