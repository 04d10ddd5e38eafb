/**
 * Vaults of any size with invented people: the same seed makes the same case files, letter by letter. Shares come from
 * shares.ts; names and words are made up (invented.ts). A case is one to four people who came together.
 */
import type { Recorded } from '#shared/domain/base.ts';
import { answered } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { at, CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { addFear, addHearings } from './generated-facts.ts';
import { addPeople, type Journey } from './generated-people.ts';
import { stories } from './invented.ts';
import { Dice } from './random.ts';
import { familySizes, harmedInMexico, months, ports, representedShare } from './shares.ts';

export interface GeneratorOptions {
  /** How many people in all; the last case is cut to fit. */
  readonly people: number;
  readonly seed?: number;
  /** `light`: one hearing and at most one fear event (figures of speed); `office`: as one office keeps them. */
  readonly density?: 'light' | 'office';
}

/** Who comes last, in the last case and in every list by name. */
export const lastClient = { given: 'Žužana', surname: 'Zzyzx' } as const;

function buildCase(
  dice: Dice,
  nextId: () => string,
  density: 'light' | 'office',
  size: number,
  number: number,
): CaseFile {
  const day = `${dice.draw(months)}-${String(dice.between(1, 28)).padStart(2, '0')}`;
  const port = dice.draw(ports);
  const journey: Journey = { port, day };
  const city = cityAcross(port)?.code ?? null;
  const recorded: Recorded = {
    by: 'Generated',
    at: `${addDays(day, 30)}T16:00:00Z`,
    device: '0'.repeat(32),
    capacity: 'underCounsel',
  };
  const b = new CaseBuilder(nextId, recorded, `GEN-${String(number + 1).padStart(5, '0')}`);
  const people = addPeople(b, dice, journey, size, number);
  b.fact('programme', people, {
    status: 'in',
    version: answered('MPP1'),
    from: on(day),
    portOfReturn: at(port),
    cityOfReturn: at(city),
  });
  const isOffice = density === 'office';
  addHearings(b, dice, people, journey, isOffice ? dice.between(3, 6) : 1);
  const events = isOffice ? dice.between(1, 3) : dice.between(0, 1);
  for (let index = 0; index < events; index += 1) addFear(b, dice, people, port, addDays(day, 45 * index));
  if (dice.chance(harmedInMexico)) {
    const [es, en] = dice.of(stories);
    b.fact('harms', people, {
      where: 'mexico',
      kinds: [dice.of(['threat', 'extortion', 'followed', 'robbery'] as const)],
      date: on(addDays(day, dice.between(2, 60))),
      place: at(city),
      narrative: said(es, 'es', en),
    });
  }
  if (isOffice) {
    b.fact('encounters', people, { kind: 'crossing', date: on(day), port: at(port), from: at(city) });
    b.fact('encounters', people, { kind: 'returnToMexico', date: on(addDays(day, 1)), port: at(port), to: at(city) });
    b.fact('papers', people, { kind: 'noticeToAppear', date: on(day), servedOn: on(day), languages: answered(['en']) });
    b.fact('stays', people, { kind: 'shelter', place: at(city), from: on(addDays(day, 2)) });
  }
  b.fact('representation', people, { status: dice.chance(representedShare) ? 'retained' : 'prospect' });
  // each fact was checked when it was added; the whole is checked by the test, not 70,000 times here
  return b.file;
}

/** The last person of the file is called `lastClient`, so that the end of a list can be looked for. */
function nameLast(file: CaseFile): void {
  const last = file.people[file.peopleOrder.at(-1) ?? ''];
  for (const name of Object.values(last?.names ?? {})) {
    name.given = [lastClient.given];
    name.surnames = [lastClient.surname];
  }
}

/** Case files one after another until `people` are in them; nothing is kept, so that 70,000 people fit in memory. */
export function* generateCases(options: GeneratorOptions): Generator<CaseFile> {
  const seed = options.seed ?? 1;
  const dice = new Dice(seed);
  const nextId = countingIds(0x6e000000 + seed);
  for (let made = 0; made < options.people; ) {
    const size = Math.min(dice.draw(familySizes), options.people - made);
    const file = buildCase(dice, nextId, options.density ?? 'light', size, made);
    made += size;
    if (made === options.people) nameLast(file);
    yield file;
  }
}
