/** A user without a mouse: only keys are pressed, and a field is reached by Tab alone. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 120;

export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until the control has the focus; fails when it cannot be reached. */
  async tabTo(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' });
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    await expect(control).toBeFocused();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
  }

  async type(control: Locator, text: string): Promise<void> {
    await this.tabTo(control);
    await this.page.keyboard.type(text);
  }

  async activate(button: Locator): Promise<void> {
    await this.tabTo(button);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses in a plain list by typing the beginning of the word. */
  async choose(list: Locator, option: string): Promise<void> {
    await this.tabTo(list);
    await this.page.keyboard.type(option);
    await expect(list.getByRole('option', { selected: true })).toHaveText(option);
  }

  /** Chooses in a list that is searched by typing. */
  async search(box: Locator, text: string, option: string): Promise<void> {
    await this.tabTo(box);
    await this.page.keyboard.type(text);
    await this.page.getByRole('option', { name: option, exact: true }).waitFor();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
  }
}
