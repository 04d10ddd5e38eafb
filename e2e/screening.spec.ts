/** The standard screening of one person (SR8): what is blank is named, a yes brings its questions, and it goes along. */
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { ScreeningPage } from './pages/screening-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { savedCase } from './support/saved-case.ts';
import { word } from './support/words.ts';

const body = ['seeing', 'hearing', 'moving', 'learning', 'speaking', 'selfCare', 'mind'] as const;

test.describe
  .serial('a screening of a family member', () => {
    const day = wholeDay((app) => makeVault(app));
    const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

    test('SR8: it is begun on the family tab for one person, and every blank item is named', async () => {
      const { main } = day;
      const people = ['Elvira', 'Mateo'].map((given) => ({ given, surnames: 'Inventado Choc' }));
      const client = await new Shell(main).takeIn({ people, officeNumber: '2026-031' });
      await client.openTab('family');
      await client.choose(t('screening.addFor'), 'Mateo Inventado Choc', client.panel);
      const page = new ScreeningPage(main);
      await expect(page.heading).toHaveText(page.title);
      await expect(page.radio(t('screening.person'), 'Mateo Inventado Choc')).toBeChecked();
      await expect(page.side.getByText(t('screening.notReviewed'))).toBeVisible();
      for (const item of ['answeredBy', 'child', ...body]) await expect(page.missingItem(item)).toHaveCount(1);
      await page.type(t('screening.date'), '20 Nov 2026');
      await page.pickOne('answeredBy', 'parent');
      await page.say('child', 'no');
      for (const item of body) if (item !== 'hearing') await page.say(item, 'no');
      await expect(page.missingItem('hearing')).toHaveCount(1);
      await expect(page.missing).toHaveCount(1);
    });

    test('SR8: the blank item is named on the family tab, and in the timeline', async () => {
      const { main } = day;
      const page = new ScreeningPage(main);
      const incomplete = t('client.incomplete', { items: page.name('hearing') });
      const client = await page.leave();
      await client.openTab('timeline');
      const line = client.lines(page.title);
      await expect(line).toContainText(incomplete);
      await expect(line).toContainText(t('client.aboutOnly', { names: 'Mateo' }));
      await client.openTab('family');
      const row = client.panel.getByRole('region', { name: t('screening.list') }).getByRole('listitem');
      await expect(row).toContainText(incomplete);
      await row.getByRole('button', { name: /^Mateo/ }).click();
      await expect(page.heading).toHaveText(page.title);
    });

    test('a yes brings the questions on help; the screening is complete when they are answered', async () => {
      const page = new ScreeningPage(day.main);
      await expect(page.asked('helpGiven')).toBeHidden();
      await page.say('hearing', 'yes');
      await expect(page.asked('helpGiven')).toBeVisible();
      await page.pickOne('shownBy', 'aid');
      await page.pickOne('officersKnew', 'told');
      await page.say('helpAsked', 'yes');
      await page.words(page.wording('helpAskedWhat'), { original: 'Pedí que hablaran de frente y despacio.' });
      await expect(page.missing).toHaveCount(1);
      await page.pickOne('helpGiven', 'none');
      await expect(page.side.getByText(t('record.complete'))).toBeVisible();
    });

    test('an interview and a return without that help propose the vulnerable person returned, for that person', async () => {
      const { main } = day;
      const client = await new ScreeningPage(main).leave();
      await client.add('fear');
      const fear = new FearPage(main);
      await fear.tell('Mi hijo no oía las preguntas.');
      await fear.goThrough({
        result: () => fear.say('interviewHeld', 'record.yes'),
        followed: () => fear.say('returned', 'record.yes'),
      });
      const proposal = fear.proposal('Vulnerable person returned');
      await expect(proposal).toContainText(t('why.vulnerableReturned', { code: 'Disability' }));
      await expect(proposal).toContainText(t('why.interviewedWithoutHelp', { code: 'Disability' }));
      await fear.button(t('fear.addsUp.accept'), proposal).click();
      await expect(proposal).toHaveCount(0);
      await fear.leave();
      const { people, fearEvents, irregularities } = await savedCase(day, client);
      const givenOf = (about: readonly string[]) =>
        about.flatMap((id) => Object.values(people[id]?.names ?? {}).flatMap(({ given }) => given)).sort();
      // The event is about both; what was accepted only about the one who was screened.
      expect(Object.values(fearEvents).map(({ about }) => givenOf(about))).toEqual([['Elvira', 'Mateo']]);
      expect(Object.values(irregularities).map(({ type, about }) => [type, givenOf(about)])).toEqual([
        ['VULNERABLE-RETURNED', ['Mateo']],
      ]);
    });

    test('in Spanish the same version is read in its Spanish words, and it goes along when the case is saved', async () => {
      const { main } = day;
      const shell = new Shell(main);
      const { screenings } = await savedCase(day, new ClientPage(main));
      expect(Object.values(screenings)).toMatchObject([
        { instrument: 'CHILD-DISAB', version: 1, answers: { hearing: { status: 'answered', value: 'yes' } } },
      ]);
      await shell.speak('es');
      const spanish = new ClientPage(main, 'es');
      await spanish.openTab('family');
      const page = new ScreeningPage(main, 'es');
      await spanish.panel
        .getByRole('region', { name: word('screening.list', 'es') })
        .getByRole('button', { name: /^Mateo/ })
        .click();
      await expect(page.heading).toHaveText('Evaluación de niños y personas con discapacidad');
      await expect(page.radio(page.wording('hearing'), word('record.yes', 'es'))).toBeChecked();
      await expect(page.radio(page.wording('helpGiven'), page.option('helpGiven', 'none'))).toBeChecked();
    });
  });
