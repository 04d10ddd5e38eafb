import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { checkPdf, textOf } from './support/pdf.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

test.describe
  .serial('what a client carries to a hearing', () => {
    const day = wholeDay((app) => makeVault(app));

    /** Nothing that gives a relative, a helper or a shelter away. */
    function expectSafe(text: string): void {
      for (const secret of ['Bruno', 'Relativo', 'Albergue', 'San Lucas', '915', '555-0199', 'sister']) {
        expect(text).not.toContain(secret);
      }
      expect(text).not.toMatch(/asylum|asilo|azil|lawyer|abogad|advogad|avoka/i);
      expect(text).not.toMatch(/not reviewed|DRAFT|BORRADOR/i);
    }

    test('a hearing with both hours, a relative, a telephone in the United States and a shelter are on record', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [
          { given: 'Adela', surnames: 'Paz Lobo', aNumber: '201777888', languages: ['Spanish'] },
          { given: 'Bruno', surnames: 'Relativo Lobo' },
        ],
        portOfReturn: 'Nogales port of entry',
        officeNumber: '2026-050',
      });
      const client = new ClientPage(main);
      await client.openTab('contact');
      await client.button(t('contact.addChannel'), client.panel).click();
      await client.type(t('contact.address'), '(915) 555-0199', client.panel);
      await client.add('stay');
      await client.type(t('stay.place'), 'Albergue San Lucas', client.panel);
      await client.add('hearing');
      const hearing = new HearingPage(main);
      await hearing.typeHearing({
        date: '15 Jun 2027',
        time: '8:30 am',
        place: 'El Paso MPP court',
        port: 'Nogales port of entry',
        reportTime: '3:15 am',
      });
      await hearing.leave();
    });

    for (const [tag, language, hours] of [
      ['en', 'English', ['8:30 a.m.', '7:30 a.m.', '3:15 a.m.', 'June 15, 2027']],
      ['es', 'Spanish', ['8:30 a. m.', '7:30 a. m.', '3:15 a. m.', '15 de junio de 2027']],
      ['pt', 'Portuguese (Brazil)', ['8h30', '7h30', '3h15', '15 de junho de 2027']],
      ['ht', 'Haitian Creole', ['8:30 dimaten', '7:30 dimaten', '3:15 dimaten', '15 jen 2027']],
    ] as const) {
      test(`the letter in ${language} has both clocks and gives nobody away`, async () => {
        const { main, app } = day;
        const draft = await (await new ClientPage(main).newDocument()).make('letter', tag);
        await expect(main.getByText(t('template.review.notReviewed'))).toBeVisible();
        await expect.poll(() => draft.ink()).toBeGreaterThan(0.003);
        const file = path.join(day.folder, `letter-${tag}.pdf`);
        await draft.savePdf(app, file);
        checkPdf(file);
        const text = textOf(file).replaceAll('\u00a0', ' ');
        for (const hour of hours) expect(text).toContain(hour);
        expect(text).toContain('Adela Paz Lobo');
        expectSafe(text);
        await draft.leave();
      });

      test(`the reminder in ${language} fits into 300 characters and names no helper and no court`, async () => {
        const { main, app } = day;
        const draft = await (await new ClientPage(main).newDocument()).make('reminder', tag);
        await app.electron.evaluate(({ clipboard }) => clipboard.clear());
        await main.getByRole('button', { name: t('documents.copy.button') }).click();
        await expect(main.getByText(t('documents.copy.done')).first()).toBeVisible();
        const copied = (): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
        await expect.poll(copied).not.toBe('');
        const text = await copied();
        expect([...text].length).toBeGreaterThan(30);
        expect([...text].length).toBeLessThanOrEqual(300);
        expect(text).not.toMatch(/court|judge|corte|juez|tribunal|tribinal|jij/i);
        expectSafe(text);
        await draft.leave();
      });
    }
  });
