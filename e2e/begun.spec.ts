/** A fact that was begun and left without an answer is no fact: not in the timeline, not in a document, not in the file. */
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { HarmPage } from './pages/harm-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, pressLock, unlock } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { savedCase } from './support/saved-case.ts';
import { word } from './support/words.ts';

test.describe
  .serial('a fact that was begun', () => {
    const day = wholeDay((app) => makeVault(app));
    const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);
    const toast = (text: string) => day.main.getByRole('status').filter({ hasText: text });

    async function savedFacts(): Promise<Record<'harms' | 'hearings' | 'papers', unknown[]>> {
      const { harms, hearings, papers } = await savedCase(day, new ClientPage(day.main));
      return { harms: Object.values(harms), hearings: Object.values(hearings), papers: Object.values(papers) };
    }

    test('is gone when its page is left at once, and the toast can keep it', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [{ given: 'Elvira', surnames: 'de la Inventada Choc' }],
        officeNumber: '2026-030',
      });
      const client = new ClientPage(main);
      const back = () => client.button(`‹ ${t('record.backToClient')}`);
      await client.add('harm');
      await expect(client.heading).toHaveText(t('harm.title'));
      await back().click();
      await expect(toast(t('record.nothingEntered'))).toBeVisible();
      await expect(client.panel.getByText(t('client.timelineEmpty'))).toBeVisible();
      await expect(client.button(t('client.addHere'), client.panel)).toHaveCount(1);
      expect(await savedFacts()).toEqual({ harms: [], hearings: [], papers: [] });

      await client.add('hearing');
      await expect(client.heading).toHaveText(t('hearing.title'));
      await back().click();
      // The newest toast stands last.
      await client
        .button(t('record.keepEmpty'), toast(t('record.nothingEntered')))
        .last()
        .click();
      await client.openTab('hearings');
      await expect(client.panel.getByRole('button', { name: t('hearing.untitled') })).toBeVisible();
      expect((await savedFacts()).hearings).toHaveLength(1);
    });

    test('opened in place is gone when it is closed or another part is shown', async () => {
      const client = new ClientPage(day.main);
      await client.openTab('papers');
      const paper = client.panel.getByRole('button', { name: t('paper.kind.noticeToAppear'), exact: true });
      await client.button(t('client.papersAdd'), client.panel).click();
      await expect(paper).toBeVisible();
      await paper.click();
      await expect(paper).toHaveCount(0);
      await client.button(t('client.papersAdd'), client.panel).click();
      await expect(paper).toBeVisible();
      await client.openTab('timeline');
      await client.openTab('papers');
      await expect(paper).toHaveCount(0);
      expect((await savedFacts()).papers).toEqual([]);
    });

    test('is still on screen after a lock, in no record, and is written with its first answer', async () => {
      const client = new ClientPage(day.main);
      await client.add('harm');
      await expect(client.heading).toHaveText(t('harm.title'));
      const place = day.main.url();
      await pressLock(day.main);
      day.use(await unlock(day.app));
      await expect.poll(() => day.main.url()).toBe(place);
      const harm = new HarmPage(day.main);
      await harm.arrived();
      await harm.answer(t('harm.paid'), t('record.yes'));
      await harm.leave();
      expect((await savedFacts()).harms).toHaveLength(1);
    });

    test('is written as soon as something is typed in it', async () => {
      const client = new ClientPage(day.main);
      await client.add('hearing');
      const hearing = new HearingPage(day.main);
      await hearing.heading.filter({ hasText: t('hearing.title') }).waitFor();
      // What is in no record yet cannot be replaced by another.
      const replace = hearing.button(t('hearing.resetNew'));
      await expect(replace).toHaveCount(0);
      await hearing.main.getByText(t('record.details')).last().click();
      await hearing.field(t('hearing.judge')).pressSequentially('J. Inventad');
      await expect(new Shell(day.main).saved()).toBeVisible();
      await expect(replace).toBeVisible();
      const place = day.main.url();
      await pressLock(day.main);
      day.use(await unlock(day.app));
      await expect.poll(() => day.main.url()).toBe(place);
      const again = new HearingPage(day.main);
      await again.leave();
      expect((await savedFacts()).hearings).toHaveLength(2);
    });
  });
