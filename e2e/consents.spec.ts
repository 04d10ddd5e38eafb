/** Consents: one purpose at a time, of one person at a time; what nobody was asked is neither yes nor no. */
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { savedCase } from './support/saved-case.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);
const mother = 'Delfina Inventada Cux';
const son = 'Abel Inventado Cux';
const purposes = ['representation', 'sharing', 'complaint', 'press', 'statistics', 'familyContact'] as const;
type Purpose = (typeof purposes)[number];

test.describe
  .serial('what a family agreed to', () => {
    const day = wholeDay((app) => makeVault(app));

    /** The choice of one person for one purpose, wherever the table stands. */
    const choice = (purpose: Purpose, name: string) => {
      const label = t('family.consentOf', { purpose: t(`family.consentPurpose.${purpose}`), name });
      return day.main.getByRole('combobox', { name: label, exact: true });
    };
    const chosen = (purpose: Purpose, name: string) => choice(purpose, name).getByRole('option', { selected: true });
    const is = (given: 'yes' | 'no' | 'notAsked'): string => t(`family.consentIs.${given}`);

    test('at intake nothing is assumed, and each purpose is asked of each person by itself', async () => {
      const intake = await new Shell(day.main).newClient();
      await intake.typeFamily({
        people: [
          { given: 'Delfina', surnames: 'Inventada Cux', languages: ['Mam'] },
          { given: 'Abel', surnames: 'Inventado Cux' },
        ],
        officeNumber: '2026-095',
      });
      for (const name of [mother, son])
        for (const purpose of purposes) await expect(chosen(purpose, name)).toHaveText(is('notAsked'));
      await choice('representation', mother).selectOption({ label: is('yes') });
      await choice('statistics', mother).selectOption({ label: is('yes') });
      await choice('press', mother).selectOption({ label: is('no') });
      await choice('representation', son).selectOption({ label: is('no') });
      await expect(chosen('representation', mother)).toHaveText(is('yes'));
      await expect(chosen('sharing', mother)).toHaveText(is('notAsked'));
      await expect(chosen('press', son)).toHaveText(is('notAsked'));
      await intake.finish();
    });

    test('the page of a person shows that person’s own, and a consent is taken back there', async () => {
      const client = new ClientPage(day.main);
      await client.openTab('person');
      await expect(chosen('representation', mother)).toHaveText(is('yes'));
      await expect(chosen('press', mother)).toHaveText(is('no'));
      await expect(chosen('complaint', mother)).toHaveText(is('notAsked'));
      await choice('statistics', mother).selectOption({ label: is('no') });
      await client.answer(t('client.person.choose'), son, client.panel);
      await expect(choice('representation', mother)).toHaveCount(0);
      await expect(chosen('representation', son)).toHaveText(is('no'));
      await expect(chosen('statistics', son)).toHaveText(is('notAsked'));
    });

    test('what an account may be used for is asked with the account, apart from the person’s consents', async () => {
      const client = new ClientPage(day.main);
      await client.add('fear');
      const fear = new FearPage(day.main);
      await fear.tell('Ntzyuẍli. Tengo miedo.');
      await fear.openStep('followed');
      for (const use of ['court', 'complaint', 'press', 'statistics'])
        await expect(fear.radio(t(`fear.consent.${use}`), t('record.notAskedYet'))).toBeChecked();
      await fear.answer(t('fear.consent.court'), t('record.yes'));
      await fear.answer(t('fear.consent.press'), t('record.no'));
      await expect(fear.radio(t('fear.consent.complaint'), t('record.notAskedYet'))).toBeChecked();
      await fear.leave();
    });

    test('in the saved case each answer has its day and its language, and stands with whoever gave it', async () => {
      const { people, fearEvents } = await savedCase(day, new ClientPage(day.main));
      const given = (name: string) => {
        const person = Object.values(people).find(({ names }) =>
          Object.values(names).some((one) => one.given.join(' ') === name),
        );
        return Object.fromEntries(
          Object.entries(person?.consents ?? {}).map(([purpose, one]) => [
            purpose,
            [one.given, one.language, one.at?.slice(0, 10) ?? null],
          ]),
        );
      };
      const today = new Date().toISOString().slice(0, 10);
      expect(given('Delfina')).toEqual({
        representation: ['yes', 'mam', today],
        press: ['no', 'mam', today],
        statistics: ['no', 'mam', today],
      });
      expect(Object.keys(given('Abel'))).toEqual(['representation']);
      expect(given('Abel').representation?.[0]).toBe('no');
      expect(Object.values(fearEvents).map((event) => event.useConsents)).toEqual([{ court: 'yes', press: 'no' }]);
    });
  });
