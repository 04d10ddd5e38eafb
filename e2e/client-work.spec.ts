/** Work on one client: notes of the office, a chain of resets, what falls due, and the place that was being read at a lock. */
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault, pressLock, unlock } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { word } from './support/words.ts';

/** A day so many days from now, as one types it. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test.describe
  .serial('work on one client', () => {
    const day = wholeDay((app) => makeVault(app));
    const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

    test('a note says who wrote it and keeps its changes; one that is left empty is none', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [{ given: 'Elvira', surnames: 'Inventada' }],
        officeNumber: '2026-040',
      });
      const client = new ClientPage(main);
      await client.openTab('notes');
      await client.button(t('notes.add'), client.panel).click();
      const text = client.panel.getByRole('textbox', { name: t('notes.text'), exact: true });
      await expect(text).toBeFocused();
      await text.press('Escape');
      await expect(client.panel.getByText(t('notes.none'))).toBeVisible();

      await client.button(t('notes.add'), client.panel).click();
      await text.fill('Ask her sister for the birth record.');
      await client.button(t('notes.done'), client.panel).click();
      const row = client.panel.getByRole('listitem').filter({ hasText: 'Ask her sister for the birth record.' });
      await expect(row).toContainText('Ana Example');
      await row.getByRole('button').first().click();
      await text.fill('Her sister has the birth record.');
      await text.blur();
      await expect(client.panel.getByText(t('notes.saves_other', { count: 2 }))).toBeVisible();
      await client.button(t('notes.done'), client.panel).click();
      await expect(client.panel.getByText('Her sister has the birth record.')).toBeVisible();
    });

    test('a reset is made from the hearing, read from both ends, and undone when the new date is taken back', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      const hearing = new HearingPage(main);
      await client.add('hearing');
      await hearing.typeHearing({ date: dayAhead(33) });
      await hearing.answer(t('hearing.kindLabel'), t('hearing.kind.individual'));
      await hearing.button(t('hearing.resetNew')).click();
      await expect(hearing.field(t('hearing.date'))).toHaveValue('');
      const chain = hearing.main.getByRole('group', { name: t('hearing.chain') }).getByRole('listitem');
      await expect(chain).toHaveCount(2);
      await hearing.typeHearing({ date: dayAhead(60) });
      await expect(chain.nth(1)).toContainText(t('hearing.thisOne'));
      await chain.first().getByRole('button').click();
      await expect(chain.first()).toContainText(t('hearing.thisOne'));
      await expect(hearing.button(t('hearing.unlinkNext'))).toBeVisible();
      await chain.nth(1).getByRole('button').click();
      await expect(chain.nth(1)).toContainText(t('hearing.thisOne'));
      await hearing.button(t('hearing.remove')).click();
      await client.openTab('hearings');
      await client.panel.getByRole('listitem').getByRole('button').first().click();
      await expect(hearing.button(t('hearing.resetNew'))).toBeVisible();
      await expect(chain).toHaveCount(0);
    });

    test('Today says by when papers are due, in both readings, by initials, and leads to the hearing by keyboard', async () => {
      const { main } = day;
      const shell = new Shell(main);
      await shell.go('today');
      const due = shell.main.getByRole('region', { name: t('today.due'), exact: true });
      await expect(due.getByRole('listitem').filter({ hasText: t('today.dueSheet') })).toHaveCount(1);
      const line = due.getByRole('button').filter({ hasText: 'E. I.' });
      await expect(line).toContainText('30 days before');
      await expect(line).toContainText('15 days before');
      await expect(line).toContainText(t('today.docketOpen'));
      await expect(line).not.toContainText('Elvira');
      await line.focus();
      await main.keyboard.press('Enter');
      await expect(new HearingPage(main).heading).toHaveText(t('hearing.title'));
    });

    test('a page that was scrolled down at a lock is scrolled down after it', async () => {
      const { main } = day;
      const hearing = new HearingPage(main);
      await hearing.button(t('hearing.remove')).scrollIntoViewIfNeeded();
      await expect(hearing.button(t('hearing.remove'))).toBeInViewport();
      await expect(hearing.heading).not.toBeInViewport();
      await pressLock(main);
      day.use(await unlock(day.app));
      const again = new HearingPage(day.main);
      await expect(again.button(t('hearing.remove'))).toBeInViewport();
      await expect(again.heading).not.toBeInViewport();
    });
  });
