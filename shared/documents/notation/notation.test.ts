import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { checkSentences } from '../build/check-sentences.ts';
import { libraryOf, readLibrary } from '../library.ts';
import { documentTreeSchema, inlineText, plainText } from '../tree.ts';
import type { FieldValues } from './fields.ts';
import { fillTemplate } from './fill.ts';
import { parseTemplate, problemText } from './parse.ts';

const head = '---\nid: x\ntitle: X\nlanguage: en\nkind: letter\nreviewed: false\nsource: test\n---\n';
const template = (body: string) => {
  const parsed = parseTemplate('x.md', head + body);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join('\n'));
  return parsed.template;
};
const problems = (body: string) => {
  const parsed = parseTemplate('x.md', head + body);
  return parsed.ok ? [] : parsed.problems.map(problemText);
};
const print = (body: string, texts: FieldValues['texts'] = {}, lists: FieldValues['lists'] = {}) =>
  plainText({
    version: 1,
    templateId: 'x',
    title: 'X',
    language: 'en',
    blocks: fillTemplate(template(body), { texts, lists }),
  });

describe('notation', () => {
  it('leaves "8:30", "In re:" and "§ 1003.23(b)(1)" as they are', () => {
    expect(print('In re: {client.fullName}, 8:30 a.m., § 1003.23(b)(1), 10:45:00 ::not')).toBe(
      'In re: [name of the client], 8:30 a.m., § 1003.23(b)(1), 10:45:00 ::not',
    );
  });

  it('never reads a value again', () => {
    const name = 'Ana *María* {client.aNumber} :::when # <b> [x](y) 1. \\';
    expect(print('**{client.fullName}** is here', { 'client.fullName': name })).toBe(`${name} is here`);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text)),
        (text) => {
          expect(print('A {client.fullName} B', { 'client.fullName': text })).toBe(`A ${text} B`);
        },
      ),
    );
  });

  it('does not double the full stop of a value', () => {
    expect(print('At {hearing.time}.', { 'hearing.time': '9:00 a.m.' })).toBe('At 9:00 a.m.');
    expect(print('At {hearing.time}.”', { 'hearing.time': '9:00 a.m.' })).toBe('At 9:00 a.m.”');
    expect(print('At {hearing.time}.', { 'hearing.time': '9h00' })).toBe('At 9h00.');
  });

  it('asks conditions and repeats lists', () => {
    const body =
      ':::when{field=case.respondents is=one}\nIn the Matter of:\n:::\n\n:::when{field=case.respondents is=many}\nIn the Matters of:\n:::\n\n:::each{list=respondents}\n{item.fullName}, {item.aNumber}\n:::\n\n:::when{field=office.phone}\nTel. {office.phone}\n:::\n';
    const respondents = [
      { fullName: 'A', aNumber: '1' },
      { fullName: 'B', aNumber: '' },
    ];
    expect(print(body, { 'case.respondents': 'many' }, { respondents })).toBe(
      'In the Matters of:\nA, 1\nB, [A-number]',
    );
    expect(print(body, { 'case.respondents': 'one', 'office.phone': '5' })).toBe('In the Matter of:\nTel. 5');
  });

  it('names file, line and what was expected', () => {
    expect(problems('fine\n\n{client.shoeSize}')).toEqual([
      'x.md:11: expected a text field of the list; came {client.shoeSize}',
    ]);
    expect(problems('{item.fullName}')).toEqual([
      'x.md:9: expected a field of the list: only inside of each; came {item.fullName}',
    ]);
    expect(problems(':::when{field=case.respondents is=three}\nx\n:::')).toEqual([
      'x.md:9: expected one of one, many; came three',
    ]);
    expect(problems('<b>x</b>\n\n![a](b)')[0]).toContain('x.md:9: expected');
    expect(problems('a { b')).toEqual(['x.md:9: expected braces only around a field; came a { b']);
    expect(problems(':::wenn{field=client.fullName}\nx\n:::')[0]).toContain('came wenn');
    const faulty = parseTemplate(
      'y.md',
      '---\nid: y\ntitle: Y\nlanguage: xx\nkind: letter\nreviewed: false\nsource: s\ncolour: red\n---\n',
    );
    expect(faulty.ok ? [] : faulty.problems.map(problemText)).toEqual([
      'y.md:8: expected one of id, title, language, kind, reviewed, source, needs, body, then a colon and a value; came colour: red',
      'y.md:4: expected language: en | es | pt | ht; came xx',
    ]);
  });
});

describe('the templates of the app', async () => {
  const texts = await readTemplateTexts();

  it('are all without a fault, and only say what is listed', () => {
    expect(readLibrary(texts).problems.map(problemText)).toEqual([]);
    expect(checkSentences()).toEqual([]);
  });

  it('make a valid tree even when nothing is known, and none claims to be reviewed', () => {
    for (const one of libraryOf(texts).templates) {
      const blocks = fillTemplate(one, { texts: {}, lists: {} });
      const tree = { version: 1, templateId: one.id, title: one.title, language: one.language, blocks };
      expect(documentTreeSchema.safeParse(tree).error?.issues ?? []).toEqual([]);
      expect(one.reviewed).toBe(false);
    }
  });

  it('hold both forms of the certificate of translation', () => {
    const found = libraryOf(texts).templates.find((one) => one.id === 'certificate-of-translation')!;
    const text = (variant: string) =>
      fillTemplate(found, { texts: { 'translator.variant': variant }, lists: {} })
        .map((block) => (block.type === 'paragraph' ? inlineText(block.inlines) : ''))
        .join(' ');
    expect(text('court')).toContain('true and accurate to the best of my abilities');
    expect(text('court')).not.toContain('complete');
    expect(text('uscis')).toContain('full English translation, and it is complete and accurate');
  });
});
