/** What stands around every screen: navigation, New, Lock, the palette and the status line. */
import type { Locator, Page } from '@playwright/test';
import { type Language, word } from '../support/words.ts';
import { Screen } from './screen.ts';

export class Shell extends Screen {
  readonly banner: Locator;
  readonly navigation: Locator;
  readonly status: Locator;
  readonly palette: Locator;

  constructor(page: Page, language: Language = 'en') {
    super(page, language);
    this.banner = page.getByRole('banner');
    this.navigation = page.getByRole('navigation', { name: this.t('nav.label') });
    this.status = page.getByRole('contentinfo');
    this.palette = page.getByRole('dialog', { name: this.t('shell.find') });
  }

  async go(to: 'today' | 'clients' | 'documents' | 'vault' | 'settings'): Promise<void> {
    await this.navigation.getByRole('link', { name: new RegExp(`^${this.t(`nav.${to}`)}`) }).click();
  }

  async newClient(): Promise<void> {
    await this.choose(this.t('shell.new'), this.t('command.newClient'), this.banner);
  }

  async lock(): Promise<void> {
    await this.banner.getByRole('button', { name: this.t('shell.lock') }).click();
  }

  /** Answers the same window in the other language. */
  async speak(language: Language): Promise<Shell> {
    await this.status.getByRole('button', { name: language === 'es' ? 'Español' : 'English', exact: true }).click();
    return new Shell(this.page, language);
  }

  /** The status line's word for the last save. */
  saved(): Locator {
    return this.status.getByRole('status').filter({ hasText: word('status.saved', this.language).split(' ')[0] ?? '' });
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.palette.waitFor();
  }
}
