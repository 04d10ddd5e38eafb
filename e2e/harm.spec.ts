/** Harm and threats: what, when, where, by whom, demand and payment, injuries, report, told to which officer. */
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { DraftPage } from './pages/draft-page.ts';
import { HarmPage } from './pages/harm-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { textOf } from './support/pdf.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);
const told = 'Nos bajaron del taxi y nos llevaron a una casa.';
const inEnglish = 'They took us out of the taxi, to a house.';

test.describe
  .serial('harm in Mexico is recorded and told', () => {
    const day = wholeDay((app) => makeVault(app));

    test('nothing is required; what a record lacks is named and goes as it is answered', async () => {
      const { main } = day;
      const client = await new Shell(main).takeIn({
        people: [
          { given: 'Amalia', surnames: 'Tuc Inventada', languages: ['Spanish'] },
          { given: 'Rubén', surnames: 'Tuc Inventado' },
        ],
        officeNumber: '2026-061',
      });
      await client.add('harm');
      const harm = new HarmPage(main);
      await harm.arrived();
      const lacks = ['kindOfHarm', 'date', 'place', 'narrative'].map((item) => t(`missing.${item}`));
      await expect(harm.missing).toHaveText(lacks);
      await harm.words(t('harm.narrative'), { original: told, en: inEnglish });
      await harm.kinds('kidnapping', 'extortion');
      await harm.type(t('harm.date'), '2 Sep 2019');
      await expect(harm.missing).toHaveText([t('missing.place')]);
      await harm.place(t('harm.place'), 'Ciudad Juárez, Chihuahua');
      await expect(harm.missing).toHaveCount(0);
    });

    test('who paid is asked only of what was paid, why not only of what was not reported', async () => {
      const { main } = day;
      const harm = new HarmPage(main);
      await harm.answer(t('harm.byKind'), t('harm.byKinds.cartelOrGang'));
      await harm.words(t('harm.demand'), { original: 'Pedían cuatro mil dólares.', en: 'They demanded money.' });
      await expect(harm.field(t('harm.whoPaid'))).toHaveCount(0);
      await harm.answer(t('harm.paid'), t('record.yes'));
      await harm.type(t('harm.whoPaid'), 'a cousin');
      await harm.type(t('harm.amount'), 'USD 2,500');
      await harm.words(t('harm.injuries'), { original: 'Un golpe en la cabeza.', en: 'A blow to the head.' });
      await harm.answer(t('harm.reported'), t('record.no'));
      await expect(harm.field(t('harm.reportedTo'))).toHaveCount(0);
      await harm.words(t('harm.whyNotReported'), { original: 'Porque la policía estaba con ellos.' });
      await harm.answer(t('harm.toldToOfficer'), t('record.yes'));
      await harm.type(t('harm.toldToWhom'), 'the officer at the bridge');
    });

    test('it stands in both timelines, and every answer is there again when it is opened', async () => {
      const { main } = day;
      const client = await new HarmPage(main).leave();
      await client.openTab('timeline');
      for (const name of ['Amalia', 'Rubén']) {
        await client.only(name);
        await expect(client.lines(inEnglish)).toHaveCount(1);
      }
      await client.lines(inEnglish).getByRole('button').first().click();
      await client.button(t('client.open'), client.panel).click();
      const harm = new HarmPage(main);
      await harm.arrived();
      await expect(harm.field(t('harm.whoPaid'))).toHaveValue('a cousin');
      await expect(harm.field(t('harm.amount'))).toHaveValue('USD 2,500');
      await expect(harm.field(t('harm.toldToWhom'))).toHaveValue('the officer at the bridge');
      await expect(harm.radio(t('harm.reported'), t('record.no'))).toBeChecked();
      await harm.leave();
    });

    test('the declaration tells it, and the payment is named to the attorney before signing', async () => {
      const { main, app } = day;
      const draft = await new ClientPage(main).makeDocument('declaration');
      await expect(draft.item(/ransom|payment/i).first()).toBeVisible();
      const file = path.join(day.folder, 'harm.pdf');
      await new DraftPage(main).savePdf(app, file, 'en');
      const text = textOf(file);
      expect(text).toContain('September 2, 2019');
      expect(text).toContain(inEnglish);
      expect(text).toContain('USD 2,500');
    });
  });
