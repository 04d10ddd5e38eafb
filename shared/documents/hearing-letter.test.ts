import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { carriedProblems, reminderText } from './carried.ts';
import { draftToTree, footerOf } from './draft-tree.ts';
import { libraryOf } from './library.ts';
import { namedList } from './named-list.ts';
import { answeredValue as yes, fact } from './test-family.ts';
import { gapsOf, plainText } from './tree.ts';
import { hearingFact, starter } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));
const day = (value: string) => yes({ value, precision: 'day' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('papers that a client carries', () => {
  const facts = () => ({
    hearings: hearingFact(),
    stays: fact(81, { kind: 'shelter', place: yes({ text: 'Casa Ejemplo, Calle 5', country: 'MX' }) }),
  });
  it('give the hour on both clocks and nothing that endangers', () => {
    for (const language of ['en', 'es', 'pt', 'ht'] as const) {
      for (const [templateId, kind] of [
        ['hearing-letter', 'letter'],
        ['reminder-300', 'reminder'],
        ['phone-script', 'script'],
      ] as const) {
        const context = start(facts(), templateId, { language });
        const printed = plainText(draftToTree(context, language));
        expect(gapsOf(draftToTree(context, language))).toEqual([]);
        expect(carriedProblems(printed, context, kind)).toEqual([]);
        expect(printed).not.toContain('Diego');
        expect(printed).not.toMatch(/not reviewed|sin revisar|Border Legal Aid|555|A 000/i);
        expect(footerOf(context, language)).toEqual({ left: '', pageOf: '' });
        expect(namedList(context, { language, missingCharacters: () => [] })).toEqual([]);
      }
    }
    const letter = plain(plainText(draftToTree(start(facts(), 'hearing-letter'), 'en')));
    expect(letter).toContain('\nThe San Ysidro port of entry\n');
    expect(letter).toContain('Wednesday, May 15, 2019, 9:00 a.m.');
    expect(letter).toContain('Wednesday, May 15, 2019, 12:30 p.m.');
    expect(letter).toContain('Tijuana');
  });

  it('tell a client in Nogales that El Paso is an hour ahead in summer', () => {
    const hearings = hearingFact({
      date: day('2020-05-20'),
      time: yes('08:30'),
      zone: 'America/Denver',
      hearingPlace: yes({ code: 'ENP' }),
      portToReport: yes({ code: 'NOG' }),
      reportTime: yes('03:30'),
    });
    const letter = plain(plainText(draftToTree(start({ hearings }, 'hearing-letter'), 'en')));
    expect(letter).toContain('Wednesday, May 20, 2020, 7:30 a.m.');
    expect(letter).toContain('the hearing starts at 8:30 a.m.');
  });

  it('find what may not stand there', () => {
    const context = start(facts(), 'reminder-300');
    const faults = (text: string) => carriedProblems(text, context, 'reminder');
    expect(faults('Call (915) 555-0100')).toEqual(['usPhone']);
    expect(faults('with Diego Ixcoy')).toEqual(['relativeName']);
    expect(faults('su abogada')).toEqual(['lawyerOrAsylum']);
    expect(faults('la corte')).toEqual(['court']);
    expect(faults('Casa ejemplo, calle 5')).toEqual(['shelter']);
    expect(faults('x'.repeat(301))).toEqual(['tooLong']);
    for (const language of ['en', 'es', 'pt', 'ht'] as const)
      expect([...reminderText(start(facts(), 'reminder-300', { language }), language)].length).toBeLessThanOrEqual(300);
  });
});
