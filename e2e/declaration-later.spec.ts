import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { DraftPage } from './pages/draft-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

test.describe
  .serial('answers that come after the text was made', () => {
    const day = wholeDay((app) => makeVault(app, { role: 'attorney', name: 'Irma Ejemplo' }));

    const toFear = async (): Promise<FearPage> => {
      const { main } = day;
      await new Shell(main).go('clients');
      await main.getByRole('gridcell', { name: 'Tecla Us Chel' }).dblclick();
      const client = new ClientPage(main);
      await client.openTab('fear');
      await client.panel.getByRole('button', { name: /14 Aug 2019/ }).click();
      return new FearPage(main);
    };
    const toDraft = async (): Promise<DraftPage> => {
      const { main } = day;
      await new Shell(main).go('clients');
      await main.getByRole('gridcell', { name: 'Tecla Us Chel' }).dblclick();
      const client = new ClientPage(main);
      await client.openTab('documents');
      await client.panel.getByRole('button', { name: /Tecla Us Chel/ }).click();
      const draft = new DraftPage(main);
      await draft.paragraph(1, 'en').waitFor();
      return draft;
    };

    test('a draft is made from what is known so far', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [{ given: 'Tecla', surnames: 'Us Chel', languages: ['Spanish'] }],
        officeNumber: '2026-077',
      });
      await new ClientPage(main).add('fear');
      const fear = new FearPage(main);
      await fear.tell('Le dije que tengo miedo.');
      await fear.openStep('whenWhere');
      await fear.type(t('fear.f.date'), '14 Aug 2019');
      await fear.openStep('followed');
      await fear.say('returned', 'record.yes');
      await fear.type(t('fear.f.returnedOn'), '15 Aug 2019');
      await expect(main.getByText(/^Saved \d/).first()).toBeVisible();
      await new Shell(main).go('clients');
      await main.getByRole('gridcell', { name: 'Tecla Us Chel' }).dblclick();
      await new ClientPage(main).makeDocument('declaration');
      const draft = new DraftPage(main);
      await expect(draft.paragraphs('en').filter({ hasText: 'August 15, 2019' })).toHaveCount(1);
      await expect(draft.news()).toHaveCount(0);
    });

    test('a new sentence and a new paragraph are announced with their words, and the text stays as it is', async () => {
      const fear = await toFear();
      await fear.openStep('asked');
      await fear.say('officerAsked', 'fear.asked.no');
      await fear.openStep('followed');
      await fear.type(t('fear.f.nightsHeld'), '2');
      const draft = await toDraft();
      await expect(draft.news()).toHaveCount(2);
      await expect(draft.paragraphs('en').filter({ hasText: /two nights|did not ask/ })).toHaveCount(0);
      await expect(draft.news(/two nights/)).toContainText(/dos noches/);
      await expect(draft.news(/did not ask/)).toContainText(/no me preguntó/);
      await draft.item(/Answered since, not in the text: .*did not ask/).click();
      await expect(draft.news(/did not ask/).getByRole('button', { name: t('documents.news.take') })).toBeFocused();
    });

    test('taken in, the paragraph stands at its place in both columns', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      const before = await draft.paragraphs('en').count();
      await main.keyboard.press('Enter');
      await expect(draft.paragraphs('en')).toHaveCount(before + 1);
      await expect(draft.news()).toHaveCount(1);
      const english = await draft.paragraphs('en').allInnerTexts();
      const spanish = await draft.paragraphs('es').allInnerTexts();
      const asked = english.findIndex((text) => text.includes('did not ask'));
      expect(asked).toBeGreaterThan(english.findIndex((text) => text.includes('in my own words')));
      expect(asked).toBeLessThan(english.findIndex((text) => text.includes('August 15, 2019')));
      expect(spanish[asked]).toContain('no me preguntó');
    });

    test('set aside, it is off the list and out of the text, and comes back with "undo" or another answer', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      const nights = draft.news(/two nights/);
      await nights.getByRole('button', { name: t('documents.news.aside') }).click();
      await expect(draft.news()).toHaveCount(0);
      await main.getByRole('button', { name: t('record.undo') }).click();
      await expect(nights).toBeVisible();
      await nights.getByRole('button', { name: t('documents.news.aside') }).click();
      await expect(draft.item(/Answered since/)).toHaveCount(0);
      const fear = await toFear();
      await fear.openStep('followed');
      await fear.type(t('fear.f.nightsHeld'), '3');
      await toDraft();
      await draft
        .news(/three nights/)
        .getByRole('button', { name: t('documents.news.take') })
        .click();
      await expect(draft.paragraphs('en').filter({ hasText: 'three nights' })).toHaveCount(1);
      await expect(draft.paragraphs('es').filter({ hasText: 'tres noches' })).toHaveCount(1);
      await expect(draft.news()).toHaveCount(0);
    });

    test('a gap that the client cannot fill is no gap any more, and its sentence is offered without it', async () => {
      const draft = new DraftPage(day.main);
      const gap = draft.item(/Missing: time of return/);
      await expect(gap).toBeVisible();
      const fear = await toFear();
      await fear.openStep('followed');
      const why = t('answer.whyNone', { label: t('fear.f.returnedTime') });
      await fear.field(why).selectOption({ label: t('answer.unknown') });
      await toDraft();
      await expect(gap).toHaveCount(0);
      const news = draft.news(/August 15, 2019/);
      await expect(news.getByText(t('documents.news.settled'))).toBeVisible();
      await expect(news.getByRole('button', { name: t('documents.news.aside') })).toHaveCount(0);
      await news.getByRole('button', { name: t('documents.news.take') }).click();
      const told = draft.paragraphs('en').filter({ hasText: 'On August 15, 2019, I was sent back to Mexico.' });
      await expect(told).toHaveCount(1);
      await expect(draft.paragraphs('es').filter({ hasText: '[' })).toHaveCount(0);
    });

    test('a word typed once is worded for both columns where the list names it', async () => {
      const { main } = day;
      const fear = await toFear();
      await fear.openStep('asked');
      await fear.say('statedFear', 'fear.stated.volunteered');
      await fear.openStep('said');
      await fear.type(t('fear.f.heardBy'), 'two guards');
      const draft = await toDraft();
      await expect(draft.news(/two guards/)).toHaveCount(1);
      for (let left = (await draft.news().count()) - 1; left >= 0; left -= 1) {
        await draft
          .news()
          .first()
          .getByRole('button', { name: t('documents.news.take') })
          .click();
        await expect(draft.news()).toHaveCount(left);
      }
      const point = t('ready.item.typedText', { label: 'two guards' });
      await expect(draft.item(point)).toBeVisible();
      const list = await draft.openList();
      const row = list.getByRole('listitem').filter({ hasText: point });
      await expect(row.getByLabel(t('ready.typed.en', { text: 'two guards' }))).toHaveValue('two guards');
      await row.getByLabel(t('ready.typed.es', { text: 'two guards' })).fill('dos guardias');
      await row.getByRole('button', { name: t('ready.typed.save') }).click();
      await expect(row).toHaveCount(0);
      await main.keyboard.press('Escape');
      await expect(draft.paragraphs('es').filter({ hasText: 'dos guardias' })).toHaveCount(1);
      await expect(draft.paragraphs('es').filter({ hasText: 'two guards' })).toHaveCount(0);
      await expect(draft.paragraphs('en').filter({ hasText: 'two guards' })).toHaveCount(1);
    });
  });
