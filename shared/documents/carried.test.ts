import { expect, test } from 'vitest';
import { readTemplateTexts } from '#electron/document/read-templates.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { placesOfKind } from '#shared/reference/places.ts';
import { carriedProblems, reminderText } from './carried.ts';
import type { DocumentContext } from './context.ts';
import { startDraft } from './draft.ts';
import { libraryOf } from './library.ts';
import { answeredValue as yes, fact, family, fixtureId, fixtureRecorded, maria, office } from './test-family.ts';

const languages: readonly TextLanguage[] = ['en', 'es', 'pt', 'ht'];
const library = libraryOf(await readTemplateTexts());

function reminder(language: TextLanguage, port: string, hearing: object = {}, placeNow: object = {}): DocumentContext {
  const base = family({
    hearings: fact(80, {
      // The longest day that a calendar writes: Wednesday, September 30.
      date: yes({ value: '2026-09-30', precision: 'day' }),
      time: yes('12:30'),
      zone: 'America/Denver',
      portToReport: yes({ code: port }),
      reportTime: yes('11:30'),
      ...hearing,
    }),
  });
  const person = base.people[maria]!;
  const file = {
    ...base,
    people: {
      ...base.people,
      [maria]: { ...person, placeNow: yes({ code: null, text: '', country: null, ...placeNow }) },
    },
  };
  const tools = { file, office: office(), library, today: '2026-09-01', newId: countingIds(7) };
  const start = { id: fixtureId(600), templateId: 'reminder-300', about: [maria], language };
  const draft = startDraft({ ...start, createdAt: '2026-09-01T00:00:00Z', recorded: fixtureRecorded }, tools);
  return { ...tools, draft };
}

test('a reminder has at most 300 characters for every port, city and language', () => {
  const lengths = placesOfKind(['port']).flatMap((port) =>
    placesOfKind(['city'])
      .filter((city) => city.country === 'MX')
      .flatMap((city) =>
        languages.map((language) => {
          const context = reminder(language, port.code, {}, { code: city.code });
          const text = reminderText(context, language);
          expect([port.code, city.code, language, carriedProblems(text, context, 'reminder')]).toEqual([
            port.code,
            city.code,
            language,
            [],
          ]);
          expect(text).toMatch(/11[:h]30/);
          return [...text].length;
        }),
      ),
  );
  expect(lengths.length).toBeGreaterThan(100);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(300);
});

test('a port that was typed at length is refused by name, never cut', () => {
  const text = 'puente '.repeat(40).trim();
  const context = reminder('es', 'SYS', { portToReport: yes({ code: null, text }) });
  expect(reminderText(context, 'es')).toContain(text);
  expect(carriedProblems(reminderText(context, 'es'), context, 'reminder')).toContain('tooLong');
});

test('a city typed as the place of stay is no shelter; a shelter is', () => {
  const city = reminder('es', 'SYS', {}, { text: 'Tijuana' });
  expect(carriedProblems('a las 9:00 (Tijuana)', city, 'reminder')).toEqual([]);
  const shelter = reminder('es', 'SYS', {}, { text: 'Casa Ejemplo' });
  expect(carriedProblems('en Casa Ejemplo', shelter, 'reminder')).toEqual(['shelter']);
});
