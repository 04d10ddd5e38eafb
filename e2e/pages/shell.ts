/** What stands around every screen: navigation, New, Lock, the palette and the status line. */
import { expect, type Locator, type Page } from '@playwright/test';
import { type Language, word } from '../support/words.ts';
import { ClientPage } from './client-page.ts';
import { type FamilyTyped, IntakePage } from './intake-page.ts';
import { Screen } from './screen.ts';
import { unlessGone } from './start-page.ts';

export type Place = 'today' | 'clients' | 'documents' | 'vault' | 'settings';

/** Keys of what each place is headed by; today's heading goes on with the day. */
const headings: Readonly<Record<Place, string>> = {
  today: 'nav.today',
  clients: 'nav.clients',
  documents: 'nav.documents',
  vault: 'nav.vault',
  settings: 'settings.title',
};

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

  /** Goes to a place by its link on the left, and waits until it is there. */
  async go(to: Place): Promise<void> {
    await this.navigation.getByRole('link', { name: this.startsWith(this.t(`nav.${to}`)) }).click();
    await this.heading.filter({ hasText: this.startsWith(this.t(headings[to])) }).waitFor();
  }

  /** Finds somebody in the Clients list by typing, and opens the client page. */
  async openClient(name: string): Promise<ClientPage> {
    await this.go('clients');
    await this.main.getByRole('searchbox', { name: this.t('clients.find') }).fill(name);
    const client = new ClientPage(this.page, this.language);
    // The list follows what is typed a tenth of a second later: a double click right then hits two rows, one click each.
    await expect(async () => {
      const row = this.main.getByRole('gridcell', { name }).first();
      if (!(await client.tabs.isVisible())) await row.dblclick({ timeout: 5000 });
      await client.tabs.waitFor({ timeout: 5000 });
    }).toPass({ timeout: 30_000 });
    await client.heading.filter({ hasText: name }).waitFor();
    return client;
  }

  /** Begins with a new family by the menu. */
  async newClient(): Promise<IntakePage> {
    await this.choose(this.t('shell.new'), this.t('command.newClient'), this.banner);
    const intake = new IntakePage(this.page, this.language);
    await intake.arrived();
    return intake;
  }

  /** Takes a whole family in and stands on its page. */
  async takeIn(family: FamilyTyped): Promise<ClientPage> {
    const intake = await this.newClient();
    return intake.takeIn(family);
  }

  async lock(): Promise<void> {
    await unlessGone(this.banner.getByRole('button', { name: this.t('shell.lock') }).click());
  }

  /** Answers the same window in the other language, once it speaks it. */
  async speak(language: Language): Promise<Shell> {
    const name = language === 'es' ? 'Español' : 'English';
    await this.status.getByRole('button', { name, exact: true }).click();
    await this.status.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    await this.page.getByRole('navigation', { name: word('nav.label', language) }).waitFor();
    return new Shell(this.page, language);
  }

  /** The status line's word for the last save. */
  saved(): Locator {
    return this.status.getByRole('status').filter({ hasText: word('status.saved', this.language).split(' ')[0] ?? '' });
  }

  async openPalette(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.palette.getByRole('combobox')).toBeFocused();
  }
}
