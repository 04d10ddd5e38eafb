import { describe, expect, it } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { paragraphsInOrder, sideText } from './content-hash.ts';
import { libraryOf } from './library.ts';
import { buildMemberDeclaration } from './member-declaration.ts';
import { answeredValue as yes, diego, fact, fixtureId, fixtureRecorded, maria } from './test-family.ts';
import { starter } from './test-draft.ts';

const start = starter(libraryOf(await readTemplateTexts()));
const day = (value: string) => yes({ value, precision: 'day' });

describe('declaration of a member of the office', () => {
  it('keeps what was seen apart from what was told, and only what the signer recorded', () => {
    const note = (value: string) => yes({ text: value, language: 'en', translations: {} });
    const irregularities = {
      ...fact(90, {
        type: 'X',
        decision: 'added',
        basis: 'firstHand',
        source: { kind: 'observer' },
        note: note('The officer sent her away'),
        date: day('2019-08-14'),
      }),
      ...fact(91, {
        type: 'X',
        decision: 'accepted',
        basis: 'firstHand',
        note: note('Nobody asked her'),
        date: day('2019-08-15'),
      }),
      ...fact(92, { type: 'X', decision: 'added', note: note('Other'), recorded: { ...fixtureRecorded, by: diego } }),
    };
    const context = start({ irregularities }, 'attorney-declaration', { memberId: fixtureId(900) });
    const told = paragraphsInOrder(context.draft).map(({ sides }) => sideText(sides.en!.inlines));
    expect(told).toEqual([
      'My name is Rosa Field. I am an attorney at Border Legal Aid (invented).',
      'I am admitted to practice in Texas. My bar number is 0000001.',
      'My EOIR ID number is AA000001.',
      'I make this declaration from my own knowledge about what happened to María José Ixcoy Tzoc. Where I say that I was told something, I did not see it myself.',
      'On August 14, 2019, I saw or heard the following myself: “The officer sent her away.”',
      'I was told the following, about what happened on August 15, 2019; I did not see it myself: “Nobody asked her.”',
    ]);
    expect(context.draft.title).toBe('Declaration of Rosa Field');
  });

  it('dates an attempt by the clock where the client is, not by UTC', () => {
    const channels = fact(95, { about: [maria], kind: 'whatsapp', address: '+52 000' });
    const attempt = { channelId: fixtureId(95), at: '2019-11-05T01:20:00Z', result: 'answered' };
    const base = start({ channels, attempts: fact(96, { about: [maria], ...attempt }) }, 'attorney-declaration');
    const placeNow = yes({ code: 'MX-JUZ', text: '', country: null });
    const people = { ...base.file.people, [maria]: { ...base.file.people[maria]!, placeNow } };
    const file = { ...base.file, people };
    const options = { memberId: fixtureId(900), clientId: maria, facts: null };
    const [tried] = buildMemberDeclaration(file, options).map(({ sides }) => sideText([...sides.en]));
    expect(tried).toBe('On November 4, 2019, I reached María José Ixcoy Tzoc by WhatsApp.');
  });
});
