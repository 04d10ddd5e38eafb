/** Documents beside the first route of the declaration: clauses by place, admissions, the second route, cover page, script. */
import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { DraftPage } from './pages/draft-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import type { DocumentKind } from './pages/new-document-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { checkPdf, pagesOf, textOf } from './support/pdf.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);
const person = 'Berta Ejemplo Lux';

test.describe
  .serial('the documents of one client', () => {
    const day = wholeDay((app) => makeVault(app, { role: 'attorney', name: 'Irma Ejemplo' }));

    /** The text of the open document as saved, checked as a PDF. */
    async function saved(name: string, tag?: 'en' | 'es'): Promise<string> {
      const file = path.join(day.folder, `${name}.pdf`);
      await new DraftPage(day.main).savePdf(day.app, file, tag);
      checkPdf(file);
      return textOf(file).replaceAll('\u00a0', ' ');
    }
    const make = (kind: DocumentKind): Promise<DraftPage> => new ClientPage(day.main).makeDocument(kind);

    /** Prints by the key, with the cursor wherever it is; answers what the pages look like. */
    async function printedByKey(draft: DraftPage): Promise<string> {
      await day.app.printTo({ success: true });
      const sent = (await day.app.prints()).length;
      await expect(draft.button(t('documents.printDraft'))).not.toHaveAttribute('aria-busy');
      await day.main.keyboard.press('Control+p');
      await expect.poll(async () => (await day.app.prints()).length).toBe(sent + 1);
      return (await day.app.prints()).at(-1)?.look ?? '';
    }

    test('a mother who crossed with her child, a hearing, and an irregularity the office saw itself', async () => {
      const { main } = day;
      const client = await new Shell(main).takeIn({
        people: [
          { given: 'Berta', surnames: 'Ejemplo Lux', aNumber: '201333444', born: '3 Mar 1990', languages: ['Spanish'] },
          { given: 'Elmer', surnames: 'Ejemplo', born: '7 Jul 2014' },
        ],
        crossedOn: '20 Aug 2019',
        crossedAt: 'El Paso (Paso del Norte) port of entry',
        portOfReturn: 'El Paso (Paso del Norte) port of entry',
        officeNumber: '2026-090',
      });
      await client.add('hearing');
      const hearing = new HearingPage(main);
      await hearing.typeHearing({
        date: '15 Jun 2027',
        time: '8:30 am',
        place: 'El Paso MPP court',
        port: 'El Paso (Paso del Norte) port of entry',
        reportTime: '4:30 am',
      });
      await hearing.leave();
    });

    test('a child brought across is named to the attorney before signing', async () => {
      const draft = await make('declaration');
      await expect(draft.item(t('ready.item.admission', { label: t('admission.childBrought') }))).toHaveCount(1);
    });

    test('the place of signing decides the clause of 28 U.S.C. 1746', async () => {
      const draft = new DraftPage(day.main);
      const label = t('documents.details.signingPlace');
      const outside = 'under penalty of perjury under the laws of the United States of America';
      await expect(draft.main.getByText(t('documents.details.clauseUnknown'))).toBeVisible();
      expect(await saved('unknown', 'en')).toContain(outside);
      await draft.place(label, 'El Paso (Paso del Norte) port of entry');
      await expect(draft.main.getByText(t('documents.details.clauseInside'))).toBeVisible();
      const inside = await saved('inside', 'en');
      expect(inside).toContain('under penalty of perjury that the foregoing is true and correct');
      expect(inside).not.toContain(outside);
      await draft.place(label, 'Ciudad Juárez, Chihuahua');
      await expect(draft.main.getByText(t('documents.details.clauseOutside'))).toBeVisible();
      expect(await saved('outside', 'en')).toContain(outside);
      await draft.leave();
    });

    test('the second route: signed in Spanish, with an English translation and its certificate', async () => {
      const draft = await make('translated');
      await expect(draft.item(/^.*Certificate of translation lacks/)).toHaveCount(1);
      for (const [field, text] of [
        ['name', 'Sara Traductora'],
        ['address', 'Calle Inventada 2'],
        ['phone', '915-555-0142'],
      ] as const) {
        await draft.type(t(`documents.translator.${field}`), text);
      }
      await expect(draft.item(/Certificate of translation lacks/)).toHaveCount(0);
      const spanish = await saved('translated-es', 'es');
      expect(spanish).toContain(`Me llamo ${person}`);
      expect(spanish).not.toContain('Sara Traductora');
      const english = await saved('translated-en', 'en');
      expect(english).toContain(`My name is ${person}`);
      expect(english).toContain('Sara Traductora');
      await draft.leave();
    });

    test('the cover page names court, respondents, title and judge; DETAINED only where it is marked', async () => {
      const draft = await make('cover');
      await draft.typeDetail('filingTitle', 'Respondents’ Motion to Terminate');
      await draft.typeDetail('judge', 'Alex Ejemplo');
      const cover = await saved('cover');
      expect(cover).toContain('RESPONDENTS’ MOTION TO TERMINATE');
      expect(cover).toContain('Alex Ejemplo');
      expect(cover).toContain('201-333-444');
      expect(cover).toContain('Irma Ejemplo');
      // The rule prints NON-DETAINED of everybody else.
      expect(cover.replaceAll('NON-DETAINED', '')).not.toContain('DETAINED');
      await draft.main.getByRole('checkbox', { name: t('documents.details.detained') }).check();
      expect((await saved('cover-detained')).replaceAll('NON-DETAINED', '')).toContain('DETAINED');
      await draft.leave();
    });

    test('what stands in a field when the document is printed by its key is on the paper, and stays under the cursor', async () => {
      const draft = await make('cover');
      const before = await printedByKey(draft);
      const judge = draft.main.getByRole('textbox', { name: t('documents.details.judge'), exact: true });
      await judge.fill('Alex Ejemplo');
      const after = await printedByKey(draft);
      expect(after === before, 'both prints look alike').toBe(false);
      await expect(judge).toBeFocused();
      await expect(judge).toHaveValue('Alex Ejemplo');
      await draft.leave();
    });

    test('an attorney declares what the attorney saw, in the first person', async () => {
      const draft = await make('attorney');
      const before = await printedByKey(draft);
      await draft.paragraph(1, 'en').focus();
      await day.main.keyboard.press('Enter');
      await day.main.keyboard.press('Control+End');
      await day.main.keyboard.type(' Typed a moment ago.');
      expect((await printedByKey(draft)) === before, 'both prints look alike').toBe(false);
      const text = await saved('attorney');
      expect(text).toContain('Typed a moment ago.');
      expect(text).toContain('Irma Ejemplo');
      expect(text).toMatch(/I am an attorney|I am .*attorney/);
      expect(pagesOf(path.join(day.folder, 'attorney.pdf')).every((page) => page.includes('DRAFT / BORRADOR'))).toBe(
        true,
      );
      await draft.leave();
    });

    test('the phone script tells place, day and hour in short sentences, and gives nobody away', async () => {
      const draft = await make('script');
      const text = await saved('script');
      expect(text).toMatch(/15 de junio de 2027|June 15, 2027/);
      expect(text).toMatch(/4:30/);
      expect(text).not.toContain('Elmer');
      expect(text).not.toMatch(/asylum|asilo|lawyer|abogad/i);
      await draft.leave();
    });
  });
