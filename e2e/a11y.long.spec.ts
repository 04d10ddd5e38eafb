import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { Shell } from './pages/shell.ts';
import { lookAround } from './pages/start-page.ts';
import { violationsOn } from './support/accessible.ts';
import { everyScreen } from './support/screens.ts';

/** The two pairs that the everyday run leaves out. */
for (const [language, theme] of [
  ['en', 'themeDark'],
  ['es', 'themeLight'],
] as const) {
  test(`axe finds nothing on any screen: ${language}, ${theme}`, async ({ app }) => {
    const main = await lookAround(app, language);
    await new SettingsPage(main, language).chooseTheme(theme);
    const findings: string[] = [];
    await everyScreen(main, language, async (name) => {
      for (const finding of await violationsOn(main)) findings.push(`${name}: ${finding}`);
    });
    expect(findings).toEqual([]);
    await new Shell(main, language).lock();
  });
}
