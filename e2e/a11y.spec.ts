import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { Shell } from './pages/shell.ts';
import { lookAround } from './pages/start-page.ts';
import { spill, tabThrough, violationsOn } from './support/accessible.ts';
import { wholeDay } from './support/day.ts';
import { everyScreen } from './support/screens.ts';
import { type Language, word } from './support/words.ts';

/** Every finding of every screen at once, so that one run shows them all. */
async function allFindings(main: Page, language: Language): Promise<string[]> {
  const findings: string[] = [];
  await everyScreen(main, language, async (name) => {
    for (const finding of await violationsOn(main)) findings.push(`${name}: ${finding}`);
  });
  return findings;
}

test.describe
  .serial('everybody can use every screen', () => {
    // Some forty screens in one test.
    test.describe.configure({ timeout: 300_000 });
    const day = wholeDay((app) => lookAround(app));

    test('axe finds nothing on any screen: English, light', async () => {
      await new SettingsPage(day.main).chooseTheme('themeLight');
      expect(await allFindings(day.main, 'en')).toEqual([]);
    });

    test('at 200 % no screen can be scrolled sideways', async () => {
      const settings = new SettingsPage(day.main);
      await settings.zoomTo(200);
      await expect
        .poll(() =>
          day.app.electron.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
          ),
        )
        .toBeCloseTo(2, 1);
      const spilling: string[] = [];
      await everyScreen(day.main, 'en', async (name) => {
        const pixels = await spill(day.main);
        if (pixels > 1) spilling.push(`${name}: ${pixels} px`);
      });
      await settings.zoomTo(100);
      expect(spilling).toEqual([]);
    });

    test('Tab alone reaches every control of the main screens, and the focus is seen', async () => {
      const shell = new Shell(day.main);
      for (const place of ['today', 'clients', 'documents', 'vault', 'settings'] as const) {
        await shell.go(place);
        await shell.heading.waitFor();
        const reached = await tabThrough(day.main);
        expect(reached.count).toBeGreaterThan(10);
        expect([place, reached.missed, reached.unseen]).toEqual([place, [], []]);
      }
    });

    test('axe finds nothing on any screen: Spanish, dark', async () => {
      await new SettingsPage(day.main).chooseTheme('themeDark');
      await new Shell(day.main).speak('es');
      expect(await allFindings(day.main, 'es')).toEqual([]);
    });
  });

test('axe finds nothing on the first start and the unlock screen, in both languages', async ({ app }) => {
  const page = await app.unlockWindow();
  const look = async (name: string): Promise<void> => {
    expect([name, await violationsOn(page)]).toEqual([name, []]);
  };
  for (const language of ['en', 'es'] as const) {
    const t = (key: string): string => word(key, language);
    await page.getByRole('button', { name: language === 'es' ? 'Español' : 'English', exact: true }).click();
    await page.getByRole('button', { name: t('start.start'), exact: true }).waitFor();
    await look('welcome');
    await page.getByRole('button', { name: t('start.start'), exact: true }).click();
    await page.getByLabel(t('start.you.name')).waitFor();
    await look('you');
    await page.getByRole('button', { name: t('ui.continue'), exact: true }).click();
    await page.getByLabel(t('start.pass.typeOnce')).waitFor();
    await look('words');
    await page.getByRole('button', { name: t('start.pass.useOwn'), exact: true }).click();
    await look('own passphrase');
    await page.getByRole('button', { name: t('ui.back'), exact: true }).click();
    await page.getByRole('button', { name: t('ui.back'), exact: true }).click();
  }
});
