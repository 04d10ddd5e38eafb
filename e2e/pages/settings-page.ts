/** Settings of this computer and of the office. */
import type { Page } from '@playwright/test';
import type { Language } from '../support/words.ts';
import { Screen } from './screen.ts';
import { Shell } from './shell.ts';

export class SettingsPage extends Screen {
  readonly shell: Shell;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.shell = new Shell(page, language);
  }

  async chooseTheme(theme: 'themeAuto' | 'themeLight' | 'themeDark'): Promise<void> {
    await this.shell.go('settings');
    await this.answer(this.t('settings.theme'), this.t(`settings.${theme}`));
  }

  /** The text size in percent, by the keys that every user has. */
  async zoomTo(percent: number): Promise<void> {
    await this.page.keyboard.press('Control+0');
    for (let now = 100; now < percent; now += 10) await this.page.keyboard.press('Control+Equal');
  }
}
