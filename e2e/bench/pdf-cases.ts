import { caseFile, type CaseFile } from '#shared/domain/case-file.ts';
import type { BenchText } from './pdf-texts.ts';

/**
 * A case file whose facts make the declaration of a bench text: one person, and for each paragraph one thing that
 * happened, with its date and what the client said about it. Names and events are invented.
 */
const hexId = (number: number) => number.toString(16).padStart(32, '0');
export const declarantId = hexId(1);
const recorded = { by: hexId(900), at: '2019-10-01T12:00:00Z', device: hexId(999), capacity: 'underCounsel' };
const answered = <T>(value: T) => ({ status: 'answered', value });

export function benchCase(text: BenchText, number: number): CaseFile {
  const harms = Object.fromEntries(
    text.paragraphs.map((paragraph, index) => {
      const id = hexId(1000 + index);
      const month = String(1 + (index % 9)).padStart(2, '0');
      const day = String(1 + (index % 28)).padStart(2, '0');
      const harm = {
        id,
        about: [declarantId],
        recorded,
        where: 'mexico',
        kinds: ['threat'],
        date: answered({ value: `2019-${month}-${day}`, precision: 'day' }),
        narrative: answered({ text: paragraph, language: 'en', translations: {} }),
      };
      return [id, harm];
    }),
  );
  const nameId = hexId(2);
  return caseFile.parse({
    kind: 'case',
    schemaVersion: 1,
    id: hexId(500 + number),
    officeNumber: '2019-088',
    createdAt: '2019-09-30T12:00:00Z',
    peopleOrder: [declarantId],
    people: {
      [declarantId]: {
        id: declarantId,
        names: { [nameId]: { id: nameId, given: ['María José'], surnames: ['Ixcoy', 'Tzoc'], kind: 'own' } },
        recorded,
      },
    },
    harms,
  });
}
