/**
 * A client who speaks Qʼanjobʼal: an interview through two interpreters, question by question, and a declaration that is read
 * back through two others, with one certificate for each of them.
 */
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
import { savedCase } from './support/saved-case.ts';
import { word } from './support/words.ts';

const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

/** As the language writes itself, with its own letter for the stop in the throat. */
const own = 'Qʼanjobʼal';

const first = {
  name: 'Mekel Ejemplo',
  phone: '+502 5555 0111',
  address: 'Santa Eulalia, casa inventada 3',
  competence: 'I grew up with both languages.',
};
const second = {
  name: 'Iris Intérprete',
  phone: '915-555-0123',
  address: 'Calle Inventada 1, El Paso',
  competence: 'I have interpreted in court since 2015.',
};

test.describe
  .serial('a client who speaks Qʼanjobʼal', () => {
    const day = wholeDay((app) => makeVault(app, { role: 'attorney', name: 'Irma Ejemplo' }));

    test('the relay is written down link by link, each going on where the one before stopped', async () => {
      const { main } = day;
      const client = await new Shell(main).takeIn({
        people: [{ given: 'Ewul', surnames: 'Inventada Basilio', languages: [own] }],
        officeNumber: '2026-093',
      });
      await client.add('fear');
      const fear = new FearPage(main);
      await fear.tell('Xin xiwi. Les dije que tengo miedo.');
      await fear.openStep('whenWhere');
      await fear.type(t('fear.f.date'), '9 Oct 2019');
      await fear.openStep('asked');
      await fear.pick(t('fear.f.officerLanguage'), 'English');
      await fear.pick(t('fear.f.languageNeeded'), own);
      await fear.say('interpreterPresent', 'record.yes');
      const brother = await fear.addLink({ who: 'her brother', kind: 'family' });
      await expect(brother).toContainText(`${own} → Spanish`);
      const other = await fear.addLink({ who: 'agent 4471', kind: 'telephone', quality: 'poor' });
      await expect(other).toContainText('Spanish → English');
    });

    test('each question is marked by itself; what was not understood is counted, and proposed with that count', async () => {
      const fear = new FearPage(day.main);
      await fear.openQuestions();
      await fear.addQuestion('Why did you leave your country?', 'yes');
      await fear.addQuestion('Are you afraid to be returned to Mexico?', 'no');
      await fear.addQuestion('Has anyone harmed you in Mexico?', 'part');
      await expect(fear.main.getByText(t('fear.questions.count', { bad: 1, total: 3 }))).toBeVisible();
      await fear.goThrough({});
      const proposal = fear.proposal('Interpretation');
      await expect(proposal).toContainText('1 of 3 questions were not understood.');
      await expect(proposal).toContainText(t('why.familyInterpreted'));
      await expect(proposal).toContainText(t('why.poorLine'));
      await fear.button(t('fear.addsUp.accept'), proposal).click();
      await expect(proposal).toHaveCount(0);
      await fear.leave();
    });

    test('it is kept in this order, and told in the declaration in the words of the record', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      const { fearEvents, irregularities } = await savedCase(day, client);
      const [event] = Object.values(fearEvents);
      const inOrder = <T extends { order: number }>(all: Readonly<Record<string, T>> = {}): T[] =>
        Object.values(all).sort((a, b) => a.order - b.order);
      expect(inOrder(event?.interpreters).map(({ from, to, who, kind }) => [from, to, who, kind])).toEqual([
        ['kjb', 'es', 'her brother', 'family'],
        ['es', 'en', 'agent 4471', 'telephone'],
      ]);
      expect(inOrder(event?.questions).map(({ question, understood }) => [question, understood])).toEqual([
        ['Why did you leave your country?', 'yes'],
        ['Are you afraid to be returned to Mexico?', 'no'],
        ['Has anyone harmed you in Mexico?', 'part'],
      ]);
      expect(Object.values(irregularities).map(({ type, decision }) => [type, decision])).toEqual([
        ['INTERPRETATION', 'accepted'],
      ]);

      const draft = await client.makeDocument('declaration');
      const english = (await draft.paragraphs('en').allInnerTexts()).join(' ');
      for (const told of [
        'A member of my family (her brother) put the words from Qʼanjobʼal into Spanish.',
        'An interpreter on the telephone (agent 4471) put the words from Spanish into English. The interpretation was poor.',
        'Out of 3 questions, I did not understand 1, and understood 1 only in part.',
      ]) {
        expect(english.replaceAll('\u00a0', ' ')).toContain(told);
      }
    });

    test('the read-back asks for two interpreters by itself: Qʼanjobʼal to Spanish, Spanish to English', async () => {
      const { main } = day;
      await new DraftPage(main).readBack.click();
      const readBack = new ReadBackPage(main);
      await readBack.begin.waitFor();
      const links = [readBack.interpreter(1, 'kjb', 'es'), readBack.interpreter(2, 'es', 'en')] as const;
      await readBack.typeInterpreter(links[0], first);
      await readBack.typeInterpreter(links[1], second);
      await readBack.select(t('documents.readBack.medium'), t('documents.readBack.media.telephone'));
      await readBack.begin.click();
      const running = main.getByRole('list', { name: t('documents.readBack.interpreters') }).getByRole('listitem');
      await expect(running.nth(0)).toHaveText(`Mekel Ejemplo: ${own} – Spanish`);
      await expect(running.nth(1)).toHaveText('Iris Intérprete: Spanish – English');
    });

    test('a paragraph corrected on one side is not ticked before the other side follows', async () => {
      const readBack = new ReadBackPage(day.main);
      await readBack.tickOne();
      const at = await readBack.at.innerText();
      await readBack.correct('en', ' It was a Wednesday.');
      await expect(readBack.side('en')).toContainText('It was a Wednesday.');
      await expect(readBack.main.getByText(t('documents.readBack.pairOpen'))).toBeVisible();
      await expect(readBack.tick).toBeDisabled();
      await readBack.correct('es', ' Era miércoles.');
      await expect(readBack.main.getByText(t('documents.readBack.pairOpen'))).toHaveCount(0);
      await expect(readBack.at).toHaveText(at);
      await readBack.tickOne();
    });

    test('what is corrected after it was ticked is read again, and nothing else is', async () => {
      const readBack = new ReadBackPage(day.main);
      await readBack.button(t('ui.back')).click();
      await expect(readBack.main.getByText(t('documents.readBack.read'), { exact: true })).toBeVisible();
      const left = Number(/(\d+) to read/.exec(await readBack.at.innerText())?.[1]);
      await readBack.correct('es', ' Lo recuerdo bien.');
      await readBack.button(t('documents.row.settle')).click();
      await expect(readBack.at).toContainText(`${left + 1} to read`);
      await expect(readBack.main.getByText(t('documents.readBack.read'), { exact: true })).toHaveCount(0);
      await readBack.tickAll();
      await readBack.finish();
    });

    test('one certificate for each interpreter, of what that one interpreted; the correction is what is signed', async () => {
      const { main, app } = day;
      const readBack = new ReadBackPage(main);
      await expect(readBack.attached).toHaveCount(2);
      for (const [index, { name }] of [first, second].entries()) {
        await expect(readBack.attached.nth(index)).toContainText(t('documents.readBack.certificateOf', { name }));
        await expect(readBack.attached.nth(index)).toContainText(t('documents.readBack.filled'));
      }
      await readBack.leave();
      const draft = new DraftPage(main);
      await expect(draft.item(t('ready.item.readBackMissing'))).toHaveCount(0);
      const file = path.join(day.folder, 'declaration.pdf');
      await draft.savePdf(app, file, 'en');
      checkPdf(file);
      const text = textOf(file);
      expect(text).toContain('It was a Wednesday.');
      expect(text.match(/CERTIFICATE OF INTERPRETATION/g)).toHaveLength(2);
      const certificates = pagesOf(file)
        .map((page) => page.replace(/\s+/g, ' '))
        .filter((page) => page.includes('CERTIFICATE OF INTERPRETATION'));
      const said = [
        [first, `I interpreted between ${own} and Spanish.`],
        [second, 'I interpreted between Spanish and English.'],
      ] as const;
      expect(certificates).toHaveLength(2);
      for (const [index, [{ name, phone, address, competence }, between]] of said.entries()) {
        for (const part of [
          `I, ${name}, certify:`,
          between,
          `in ${own}, a language that`,
          phone,
          address,
          competence,
        ]) {
          expect(certificates[index]).toContain(part);
        }
        expect(certificates[index]).toContain('I interpreted by telephone.');
        expect(certificates[index]).not.toContain(said[1 - index]?.[0].name);
      }
    });
  });
