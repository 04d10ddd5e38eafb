import path from 'node:path';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { DraftPage } from './pages/draft-page.ts';
import { FearPage } from './pages/fear-page.ts';
import { ReadBackPage } from './pages/read-back-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { checkPdf, pagesOf, textOf } from './support/pdf.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

test.describe
  .serial('an advocate makes a declaration', () => {
    const day = wholeDay((app) => makeVault(app, { role: 'advocate', name: 'Olga Ejemplo' }));

    test('a case with nothing answered yields a declaration with no fact paragraph', async () => {
      const { main } = day;
      await new Shell(main).takeIn({ people: [{ description: 'woman, about 20, two children' }] });
      await new ClientPage(main).add('fear');
      await expect(new FearPage(main).heading).toHaveText(t('fear.step.account'));
      await new Shell(main).go('clients');
      await main.getByRole('gridcell', { name: /woman, about 20/ }).dblclick();
      const draft = await new ClientPage(main).makeDocument('declaration');
      await expect(main.getByText(t('documents.row.none'))).toBeVisible();
      await expect(draft.paragraphs('en')).toHaveCount(0);
      const file = path.join(day.folder, 'nothing.pdf');
      await new DraftPage(main).savePdf(day.app, file, 'en');
      checkPdf(file);
      // What the law wants is there; a numbered sentence about facts is not.
      expect(textOf(file)).toContain('declare');
      expect(textOf(file)).not.toMatch(/\b1\. /);
      expect(textOf(file)).toContain('under penalty of perjury under the laws of the United States of America');
    });

    test('facts become numbered sentences in the order of time, English beside Spanish', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [
          { given: 'Noemí', surnames: 'Caal Tiul', aNumber: '201456789', born: '5 May 1994', languages: ['Spanish'] },
        ],
        crossedOn: '14 Aug 2019',
        crossedAt: 'El Paso (Paso del Norte) port of entry',
        officeNumber: '2026-041',
      });
      await new ClientPage(main).add('fear');
      const fear = new FearPage(main);
      await fear.tell('Le dije que tengo miedo.');
      await fear.words(t('fear.account.label'), { en: 'I told him that I am afraid.' });
      // Only a translation that somebody checked is printed without a mark.
      await fear.main.getByRole('checkbox', { name: `${t('words.inEnglish')}: ${t('words.checked')}` }).check();
      await fear.openStep('whenWhere');
      await fear.type(t('fear.f.date'), '14 Aug 2019');
      await fear.openStep('asked');
      await fear.say('officerAsked', 'fear.asked.no');
      await fear.say('statedFear', 'fear.stated.volunteered');
      await fear.openStep('followed');
      await fear.say('returned', 'record.yes');
      await fear.type(t('fear.f.returnedOn'), '15 Aug 2019');
      await fear.leave();
      const draft = await new ClientPage(main).makeDocument('declaration');
      await expect(draft.paragraphs('en').filter({ hasText: 'The officer did not ask' })).toHaveCount(1);
      await expect(draft.paragraphs('es').filter({ hasText: /oficial no (nos|me) preguntó/ })).toHaveCount(1);
      const english = await draft.paragraphs('en').allInnerTexts();
      const spanish = await draft.paragraphs('es').allInnerTexts();
      expect(english).toHaveLength(spanish.length);
      expect(english[0]).toContain('My name is Noemí Caal Tiul.');
      expect(spanish[0]).toContain('Noemí Caal Tiul');
      const crossed = english.findIndex((text) => text.includes('August 14, 2019'));
      const returned = english.findIndex((text) => text.includes('August 15, 2019'));
      expect(crossed).toBeGreaterThan(0);
      expect(returned).toBeGreaterThan(crossed);
      expect(spanish[crossed]).toContain('14 de agosto de 2019');
      // What nobody asked yields no sentence.
      expect(english.join(' ')).not.toMatch(/restrain|fingerprint|interpret/i);
    });

    test('a gap stands only where another answer made the sentence: on screen, on the draft and in the list', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      await expect(draft.item(/Missing: /).first()).toBeVisible();
      const file = path.join(day.folder, 'draft.pdf');
      await new DraftPage(main).savePdf(day.app, file, 'en');
      checkPdf(file);
      const pages = pagesOf(file);
      for (const page of pages) expect(page).toContain('DRAFT / BORRADOR');
      expect(textOf(file)).toMatch(/August 15, 2019, at _{3,}/);
    });

    test('the preview is the real page and has ink', async () => {
      const ink = await new DraftPage(day.main).ink();
      expect(ink).toBeGreaterThan(0.005);
      expect(ink).toBeLessThan(0.5);
    });

    test('an edit on one side marks the pair out of step until the other follows or "it still fits" settles it', async () => {
      const draft = new DraftPage(day.main);
      await draft.append(1, 'en', ' I have no other name.');
      await expect(draft.paragraph(1, 'en')).toContainText('I have no other name.');
      await expect(draft.row(1).getByText(t('documents.row.outOfStepEs'))).toBeVisible();
      await expect(draft.item(/out of step/)).toBeVisible();
      // The other side, typed after it, follows.
      await draft.append(1, 'es', ' No tengo otro nombre.');
      await expect(draft.item(/out of step/)).toHaveCount(0);
      await draft.append(2, 'en', ' That is how it was.');
      await expect(draft.item(/out of step/)).toHaveCount(1);
      await draft.button(t('documents.row.settle'), draft.row(2)).click();
      await expect(draft.item(/out of step/)).toHaveCount(0);
    });

    test('"ready to sign" is held up by a list of names, and an advocate passes nothing over', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      await draft.ready.click();
      const list = main.getByRole('dialog', { name: t('ready.title') });
      await expect(list).toBeVisible();
      // Why not, in a sentence; and the keyboard stands at the first open point.
      await expect(list.getByRole('alert')).toContainText('Not ready to sign yet');
      const first = list.getByRole('listitem').first();
      await expect(first.getByRole('button', { name: t('documents.list.go') })).toBeFocused();
      await expect(list.getByText(t('ready.item.readBackMissing'))).toBeVisible();
      await expect(list.getByText(/Missing: /).first()).toBeVisible();
      await expect(list.getByRole('button', { name: t('ready.override') })).toHaveCount(0);
      await main.keyboard.press('Escape');
      await expect(list).toBeHidden();
      await expect(draft.ready).toBeVisible();
    });

    test('answering the missing item closes the gap', async () => {
      const { main } = day;
      await new Shell(main).go('clients');
      await main.getByRole('gridcell', { name: 'Noemí Caal Tiul' }).dblclick();
      const client = new ClientPage(main);
      await client.openTab('fear');
      await client.panel.getByRole('button', { name: /14 Aug 2019/ }).click();
      const fear = new FearPage(main);
      await fear.openStep('followed');
      await fear.type(t('fear.f.returnedTime'), '6:10 am');
      await fear.leave();
      await client.openTab('documents');
      await client.panel.getByRole('button', { name: /Noemí Caal Tiul/ }).click();
      const draft = new DraftPage(main);
      await expect(draft.item(/changed since/).first()).toBeVisible();
      await main
        .getByRole('button', { name: t('documents.row.remake'), exact: true })
        .first()
        .click();
      await expect(draft.paragraphs('en').filter({ hasText: 'at 6:10 a.m.' })).toHaveCount(1);
      await expect(draft.item(/Missing: .*(hour|time)/)).toHaveCount(0);
    });

    test('read back paragraph by paragraph by telephone; the certificate names the interpreter', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      await draft.readBack.click();
      const readBack = new ReadBackPage(main);
      await readBack.begin.waitFor();
      await readBack.select(t('documents.readBack.medium'), t('documents.readBack.media.telephone'));
      await readBack.typeInterpreter(readBack.interpreter(1, 'es', 'en'), {
        name: 'Iris Intérprete',
        phone: '+52 656 555 0101',
        address: 'Calle Inventada 1, Ciudad Juárez',
        competence: 'I have spoken both languages since childhood.',
      });
      await readBack.begin.click();
      await expect(readBack.at).toHaveText(/^Paragraph 1 of \d+ · \d+ to read/);
      await readBack.tickAll();
      await readBack.finish();
      await expect(readBack.attached).toHaveCount(1);
      await expect(readBack.attached).toContainText('Iris Intérprete');
      await expect(readBack.attached).toContainText(t('documents.readBack.filled'));
      await readBack.leave();
      await expect(draft.item(t('ready.item.readBackMissing'))).toHaveCount(0);
    });

    test('ready to sign: frozen, with a code in the footer, and unsigned until the scan is back', async () => {
      const { main, app } = day;
      const draft = new DraftPage(main);
      await draft.ready.click();
      await expect(main.getByText(t('life.unsigned'))).toBeVisible();
      await expect(draft.ready).toHaveCount(0);
      const file = path.join(day.folder, 'final.pdf');
      await new DraftPage(main).savePdf(app, file, 'en');
      checkPdf(file);
      const text = textOf(file);
      expect(text).not.toContain('DRAFT');
      expect(text).toContain('Iris Intérprete');
      // Place of signing unknown: the clause of 28 U.S.C. 1746(1), date and place as blank lines.
      expect(text).toMatch(/under the laws of the United States of America .* Executed on _{5,}, at _{5,}/);
      const code = (
        await main
          .getByText(/2026-041 · d\d+ · [A-Z0-9]+/)
          .first()
          .innerText()
      ).match(/2026-041 · d\d+ · [A-Z0-9]+/)?.[0];
      expect(code).toBeDefined();
      for (const page of pagesOf(file)) expect(page).toContain(code ?? 'a code');
    });

    test('the scan of another paper is refused by its code, the right one makes it signed', async () => {
      const { main, app } = day;
      const draft = new DraftPage(main);
      await main.getByRole('button', { name: t('life.step.signed') }).click();
      const dialog = main.getByRole('dialog', { name: t('documents.scan.title') });
      const keep = dialog.getByRole('button', { name: t('documents.scan.keep') });
      await expect(keep).toBeDisabled();
      await app.openFrom(path.join(day.folder, 'draft.pdf'));
      await dialog.getByRole('button', { name: t('documents.scan.choose') }).click();
      await expect(dialog.getByText(t('documents.scan.otherTitle'))).toBeVisible();
      await expect(keep).toBeDisabled();
      await app.openFrom(path.join(day.folder, 'final.pdf'));
      await dialog.getByRole('button', { name: t('documents.scan.chooseOther') }).click();
      await expect(dialog.getByText(t('documents.scan.match'))).toBeVisible();
      await draft.type(t('documents.scan.date'), '24 Nov 2026', dialog);
      await keep.click();
      await expect(dialog).toBeHidden();
      await expect(main.getByText(t('documents.life.signed'))).toBeVisible();
      await expect(main.getByText(t('life.unsigned'))).toHaveCount(0);
    });

    test('an advocate may not make it ready to file, and is told who may', async () => {
      const { main } = day;
      await expect(main.getByRole('button', { name: t('life.step.readyToFile') })).toBeDisabled();
      await expect(main.getByText(t('life.refusal.practitionerOnly'))).toBeVisible();
    });
  });

test.describe
  .serial('an attorney takes the responsibility', () => {
    const day = wholeDay((app) => makeVault(app, { role: 'attorney', name: 'Irma Ejemplo' }));

    test('an item of the list is passed over with a reason, never without one', async () => {
      const { main } = day;
      await new Shell(main).takeIn({
        people: [{ given: 'Ovidio', surnames: 'Sierra Paz', languages: ['English'] }],
        officeNumber: '2026-042',
      });
      const draft = await new ClientPage(main).makeDocument('declaration');
      const missing = t('ready.item.readBackMissing');
      await expect(draft.item(missing)).toBeVisible();
      const list = await draft.openList();
      const row = list.getByRole('listitem').filter({ hasText: missing });
      await row.getByRole('button', { name: t('ready.override') }).click();
      const asked = main.getByRole('dialog', { name: t('ready.override') });
      await asked.getByRole('button', { name: t('ready.override'), exact: true }).click();
      await expect(asked.getByText(t('documents.list.reasonNeeded'))).toBeVisible();
      await asked.getByRole('button', { name: t('ui.cancel') }).click();
      await main.keyboard.press('Escape');
      await draft.passOver(missing, 'Read back by telephone.', true);
      await expect(draft.item(missing)).toHaveCount(0);
    });

    test('it can be taken back while nothing is signed, and stands on the list again', async () => {
      const { main } = day;
      const draft = new DraftPage(main);
      const missing = t('ready.item.readBackMissing');
      const list = await draft.openList();
      const row = list.getByRole('listitem').filter({ hasText: missing });
      await expect(row).toContainText(/Read back by telephone\. \(Irma Ejemplo, /);
      await row.getByRole('button', { name: t('ready.takeBack') }).click();
      await expect(row.getByRole('button', { name: t('ready.override') })).toBeVisible();
      await expect(row).not.toContainText('Read back by telephone.');
      await main.keyboard.press('Escape');
      await expect(draft.item(missing)).toBeVisible();
      await draft.passOver(missing, 'Read back in the courtroom hallway; certificate to follow.', true);
      await draft.ready.click();
      await expect(main.getByText(t('life.unsigned'))).toBeVisible();
    });

    test('the reason is printed where the court must know, and the version is final', async () => {
      const { main, app } = day;
      const file = path.join(day.folder, 'passed.pdf');
      await new DraftPage(main).savePdf(app, file, 'en');
      expect(textOf(file)).toContain('Read back in the courtroom hallway; certificate to follow.');
      expect(textOf(file)).not.toContain('Read back by telephone.');
      expect(textOf(file)).not.toContain('DRAFT');
    });

    test('the final version goes to the printer, all its pages, and only then is printed', async () => {
      const { main, app } = day;
      const print = main.getByRole('button', { name: t('life.step.printed') }).last();
      const state = main.getByRole('heading', { level: 2, name: t('life.state.readyToSign') });
      await app.printTo({ success: false, reason: 'Failed to enumerate printers' });
      await print.click();
      await expect(main.getByText(t('errors.print-failed'))).toBeVisible();
      await app.printTo({ success: false, reason: 'Print job canceled' });
      await print.click();
      await expect.poll(async () => (await app.prints()).length).toBe(2);
      await expect(state).toBeVisible();
      await app.printTo({ success: true });
      await print.click();
      await expect(main.getByRole('heading', { level: 2, name: t('life.state.printed') })).toBeVisible();
      const pages = pagesOf(path.join(day.folder, 'passed.pdf')).length;
      expect((await app.prints()).map((print) => print.pages)).toEqual([pages, pages, pages]);
    });

    test('one signed by an attorney may be made ready to file', async () => {
      const { main, app } = day;
      await main.getByRole('button', { name: t('life.step.signed') }).click();
      const dialog = main.getByRole('dialog', { name: t('documents.scan.title') });
      await app.openFrom(path.join(day.folder, 'passed.pdf'));
      await dialog.getByRole('button', { name: t('documents.scan.choose') }).click();
      await dialog.getByRole('button', { name: t('documents.scan.keep') }).click();
      await expect(dialog).toBeHidden();
      await expect(main.getByRole('button', { name: t('life.step.readyToFile') })).toBeEnabled();
      await expect(main.getByText(t('life.refusal.practitionerOnly'))).toHaveCount(0);
    });
  });
