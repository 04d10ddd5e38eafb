/** An invented family for the tests of this folder. */
import type { Recorded } from '#shared/domain/base.ts';
import { type CaseFile, caseFile } from '#shared/domain/case-file.ts';
import { type OfficeFile, officeFile } from '#shared/domain/office.ts';

export const fixtureId = (number: number): string => number.toString(16).padStart(32, '0');
export const fixtureRecorded: Recorded = {
  by: fixtureId(900),
  at: '2019-10-01T12:00:00Z',
  device: fixtureId(999),
  capacity: 'underCounsel',
};
export const maria = fixtureId(1);
export const diego = fixtureId(2);
export const ana = fixtureId(3);

const yes = <T>(value: T): { status: 'answered'; value: T } => ({ status: 'answered', value });
export { yes as answeredValue };

function fixturePerson(id: string, given: string, surnames: string[], more: Readonly<Record<string, unknown>>): object {
  return {
    id,
    names: { [id.replace(/^0/, 'a')]: { id: id.replace(/^0/, 'a'), given: [given], surnames, kind: 'own' } },
    recorded: fixtureRecorded,
    ...more,
  };
}

/** María, her son Diego and her newborn Ana; `facts` are put over the case. */
export function family(facts: Readonly<Record<string, unknown>> = {}): CaseFile {
  const relation = (number: number, to: string) => ({
    [fixtureId(number)]: { id: fixtureId(number), from: maria, to, kind: 'parent', recorded: fixtureRecorded },
  });
  return caseFile.parse({
    kind: 'case',
    schemaVersion: 1,
    id: fixtureId(500),
    officeNumber: '2019-088',
    createdAt: '2019-09-30T12:00:00Z',
    peopleOrder: [maria, diego, ana],
    people: {
      [maria]: fixturePerson(maria, 'María José', ['Ixcoy', 'Tzoc'], {
        gender: yes('female'),
        aNumbers: { [fixtureId(11)]: { id: fixtureId(11), digits: '000000417' } },
        aNumberState: 'has',
      }),
      [diego]: fixturePerson(diego, 'Diego', ['Ixcoy'], {
        gender: yes('male'),
        aNumbers: { [fixtureId(12)]: { id: fixtureId(12), digits: '000000418' } },
        aNumberState: 'has',
      }),
      [ana]: fixturePerson(ana, 'Ana', ['Ixcoy'], {
        gender: yes('female'),
        birth: { date: yes({ value: '2019-08-12', precision: 'day' }) },
        aNumberState: 'none',
      }),
    },
    relations: { ...relation(21, diego), ...relation(22, ana) },
    ...facts,
  });
}

/** What every fact of the tests carries; about the whole family unless `about` says otherwise. */
export function fact(number: number, more: Readonly<Record<string, unknown>>): Record<string, object> {
  const id = fixtureId(number);
  return { [id]: { id, about: [maria, diego, ana], recorded: fixtureRecorded, ...more } };
}

/** An office with an attorney and an advocate. */
export function office(): OfficeFile {
  const member = (number: number, name: string, role: string, more: object) => ({
    [fixtureId(number)]: { id: fixtureId(number), name, role, recorded: fixtureRecorded, ...more },
  });
  return officeFile.parse({
    kind: 'office',
    schemaVersion: 1,
    id: fixtureId(800),
    name: 'Border Legal Aid (invented)',
    address: ['1 Example Street', 'El Paso, Texas 79901'],
    phone: '555-0100',
    email: 'office@example.org',
    createdAt: '2019-01-01T00:00:00Z',
    members: {
      ...member(900, 'Rosa Field', 'attorney', { barNumber: '0000001', barState: 'Texas', eoirId: 'AA000001' }),
      ...member(901, 'Luis Campo', 'advocate', {}),
    },
  });
}
