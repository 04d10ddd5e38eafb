/** Two days as they were published, with invented people. */
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { textOf } from './support/pdf.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

test.describe
  .serial('27 I&N Dec. 762 (BIA 2020): notice served, sheet explained, hearing in San Diego', () => {
    const day = wholeDay((app) => makeVault(app));

    test('the notice of 3 April 2019 and the sheet in Spanish are recorded with what they say', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [{ given: 'Julián', surnames: 'Prueba Solís', languages: ['Spanish'], nationality: 'Honduras' }],
        portOfReturn: 'San Ysidro port of entry',
        officeNumber: '2026-762',
      });
      const client = new ClientPage(main);
      for (const [kind, language] of [
        ['noticeToAppear', 'English'],
        ['tearSheet', 'Spanish'],
      ] as const) {
        await client.add('paper');
        await client.select(t('paper.kindLabel'), t(`paper.kind.${kind}`), client.panel);
        await client.type(t('paper.servedOn'), '3 Apr 2019', client.panel);
        await client.pick(t('paper.languages'), language, client.panel);
        await client.answer(t('paper.servedHow'), t('paper.served.inHand'), client.panel);
        await client.answer(t('paper.copyGiven'), t('record.yes'), client.panel);
        await client.type(t('paper.hearingDateWritten'), '15 May 2019', client.panel);
        await client.type(t('paper.hearingTimeWritten'), '12:30 pm', client.panel);
      }
      await client.openTab('papers');
      await expect(client.panel.getByRole('listitem').filter({ hasText: '3 Apr 2019' })).toHaveCount(2);
      await expect(client.panel.getByText(t('client.line.servedIn', { languages: 'Spanish' }))).toBeVisible();
    });

    test('hearing at 12:30 in San Diego, report at 9:00 at San Ysidro: one clock, two hours', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      await client.add('hearing');
      const hearing = new HearingPage(main);
      await hearing.typeHearing({
        date: '15 May 2019',
        time: '12:30 pm',
        place: 'San Diego Immigration Court',
        port: 'San Ysidro port of entry',
        reportTime: '9:00 am',
      });
      const clocks = hearing.main.getByRole('listitem');
      await expect(clocks.filter({ hasText: t('hearing.time') })).toContainText('12:30');
      await expect(clocks.filter({ hasText: t('hearing.reportTime') })).toContainText('09:00');
      await expect(hearing.main.getByText(t('hearing.beforeSix'))).toHaveCount(0);
      await expect(hearing.main.getByText(t('hearing.reportAfter'))).toHaveCount(0);
      for (const kind of ['noticeToAppear', 'tearSheet'] as const) {
        await hearing.main
          .getByRole('checkbox', { name: new RegExp(`${t(`paper.kind.${kind}`).replace(/[()]/g, '\\$&')}.*12:30`) })
          .check();
      }
      await expect(hearing.main.getByText(t('flags.noticesDiffer'))).toHaveCount(0);
      await hearing.answer(t('hearing.appeared'), t('hearing.appearedHow.missed'));
      await hearing.leave();
      await client.openTab('hearings');
      await expect(client.panel.getByText(t('hearing.appearedHow.missed'))).toBeVisible();
    });

    test('the declaration tells the papers and the hours as recorded, and nothing that nobody said', async () => {
      const { main, app } = day;
      const draft = await new ClientPage(main).makeDocument('declaration');
      const file = path.join(day.folder, 'declaration.pdf');
      await draft.savePdf(app, file, 'en');
      const text = textOf(file).replaceAll('\u00a0', ' ');
      expect(text).toContain('April 3, 2019');
      expect(text).toContain('The paper was in Spanish.');
      expect(text).toContain('May 15, 2019');
      expect(text).toContain('12:30 p.m.');
      expect(text).not.toMatch(/explained it|understood|afraid/i);
    });
  });

test.describe
  .serial('fear stated to CBP, pre-screened, never referred, returned the same night', () => {
    const day = wholeDay((app) => makeVault(app, { language: 'es' }), {});
    const es = (key: string, values: Record<string, string | number> = {}): string => word(key, 'es', values);

    test('the chain is recorded in Spanish, step by step', async () => {
      const { main } = day;
      await new Shell(main, 'es').takeIn({
        people: [
          { given: 'Delia', surnames: 'Inventada Ruiz', languages: ['español'] },
          { given: 'Nelson', surnames: 'Inventado Ruiz' },
        ],
        officeNumber: '2026-080',
      });
      const client = new ClientPage(main, 'es');
      await client.add('hearing');
      const hearing = new HearingPage(main, 'es');
      await hearing.typeHearing({ date: '9 oct 2019', time: '8:30 a. m.', reportTime: '4:30 a. m.' });
      await hearing.leave();
      await client.add('fear');
      const fear = new FearPage(main, 'es');
      await fear.tell('Después de la audiencia le dije al oficial que nos habían secuestrado y que teníamos miedo.');
      await fear.goThrough({
        whenWhere: async () => {
          await fear.type(es('fear.f.date'), '9 oct 2019');
          await fear.say('legalStep', 'fear.legalStep.afterHearing');
        },
        who: () => fear.addOfficer('cbpOfo'),
        asked: async () => {
          await fear.say('officerAsked', 'fear.asked.no');
          await fear.say('statedFear', 'fear.stated.volunteered');
        },
        result: async () => {
          await fear.say('preScreened', 'record.yes');
          await fear.say('preScreenOutcome', 'fear.preScreen.notReferred');
          await fear.say('referred', 'fear.referred.no');
          await fear.say('interviewHeld', 'record.no');
        },
        followed: async () => {
          await fear.type(es('fear.f.nightsHeld'), '0');
          await fear.say('returned', 'record.yes');
          await fear.type(es('fear.f.returnedOn'), '9 oct 2019');
          await fear.type(es('fear.f.returnedTime'), '23:40');
        },
      });
      await expect(fear.button(es('fear.addsUp.accept')).first()).toBeVisible();
      while ((await fear.button(es('fear.addsUp.accept')).count()) > 0) {
        const left = await fear.button(es('fear.addsUp.accept')).count();
        await fear.button(es('fear.addsUp.accept')).first().click();
        await expect(fear.button(es('fear.addsUp.accept'))).toHaveCount(left - 1);
      }
      await fear.leave();
    });

    test('the shelter place lost because of the court trip is counted with its hearing', async () => {
      const { main } = day;
      const client = new ClientPage(main, 'es');
      await client.add('stay');
      await client.select(es('stay.kindLabel'), es('stay.kind.shelter'), client.panel);
      await client.type(es('stay.from'), '20 sep 2019', client.panel);
      await client.type(es('stay.until'), '9 oct 2019', client.panel);
      await client.answer(es('stay.endCause'), es('stay.end.leftForHearing'), client.panel);
      await expect(client.panel.getByText(es('stay.hearingMissing'))).toBeVisible();
      await client.select(es('stay.hearing'), '9 de octubre de 2019', client.panel);
      await expect(client.panel.getByText(es('stay.hearingMissing'))).toHaveCount(0);
      await client.type(es('stay.nights'), '3', client.panel);
      await expect(client.lines(es('client.line.lostForHearing')).first()).toBeVisible();
    });

    test('the chain stands in the timeline in the words of the record', async () => {
      const client = new ClientPage(day.main, 'es');
      await client.openTab('fear');
      const row = client.panel.getByRole('listitem').first();
      await expect(row).toContainText('9 oct 2019');
      await client.openTab('timeline');
      await expect(client.lines(/9 oct/).first()).toBeVisible();
      await expect(client.panel.getByText(es('timeline.fear.preempted')).first()).toBeVisible();
    });

    test('the declaration tells it in both languages, with the words of the client', async () => {
      const { main, app } = day;
      const draft = await new ClientPage(main, 'es').makeDocument('declaration');
      const english = path.join(day.folder, 'english.pdf');
      await draft.savePdf(app, english, 'en');
      const text = textOf(english).replaceAll('\u00a0', ' ');
      expect(text).toContain('October 9, 2019');
      expect(text).toMatch(/first questioned (us|me) about the fear/);
      expect(text).toMatch(/not taken to speak with an asylum officer/);
      expect(text).toContain('11:40 p.m.');
      expect(text).toMatch(/lost that place because (we|I) had to leave it for a court hearing on October 9, 2019/);
    });
  });
