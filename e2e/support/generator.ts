/**
 * Vaults of any size with invented people: the same seed makes the same case files, letter by letter. Shares come from
 * shares.ts; names and words are made up. A case is one to four people who came together.
 */
import { answered, type Recorded } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { at, CaseBuilder, countingIds, on, said } from '#shared/domain/case-builder.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Person } from '#shared/domain/person.ts';
import { cityAcross, placeByCode } from '#shared/reference/places.ts';
import {
  childAmongOthers,
  completedShare,
  familySizes,
  harmedInMexico,
  infantOfChildren,
  interviewedOfStated,
  interviewResults,
  languages,
  months,
  nationalities,
  officerAskedShare,
  outcomes,
  ports,
  representedShare,
  statedWhenAsked,
  type Weighted,
} from './shares.ts';

/** A seeded source of numbers in [0, 1): mulberry32. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Dice {
  private readonly next: () => number;
  constructor(seed: number) {
    this.next = mulberry32(seed);
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }
  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
  draw<T>(rows: readonly Weighted<T>[]): T {
    let left = this.next() * rows.reduce((sum, row) => sum + row.weight, 0);
    for (const row of rows) {
      left -= row.weight;
      if (left < 0) return row.value;
    }
    return (rows.at(-1) as Weighted<T>).value;
  }
}

const givenNames = [
  ...[
    'María',
    'José',
    'Ana',
    'Juan',
    'Rosa',
    'Luis',
    'Carmen',
    'Carlos',
    'Marta',
    'Óscar',
    'Yesenia',
    'Wilmer',
    'Keyla',
  ],
  ...['Josué', 'Dania', 'Elvin', 'Nohemí', 'Ángel', 'Lesly', 'Kevin', 'Blanca', 'Selvin', 'Iris', 'Darwin', 'Sandra'],
];
const surnameList = [
  ...[
    'Hernández',
    'López',
    'García',
    'Martínez',
    'Rodríguez',
    'Pérez',
    'Mejía',
    'Zelaya',
    'Orellana',
    'Funes',
    'Cáceres',
  ],
  ...[
    'de la Cruz',
    'Núñez',
    'Ixcoy',
    'Tzoc',
    'Pascual',
    'Ñamendi',
    'Beltrán',
    'Alvarado',
    'del Cid',
    'Chávez',
    'Aguirre',
  ],
];
const stories = [
  [
    'Nos siguieron desde la terminal y nos dijeron que ya sabían de dónde veníamos.',
    'They followed us from the bus station and told us that they already knew where we came from.',
  ],
  [
    'Entraron al cuarto de noche y preguntaron por el dinero.',
    'They came into the room at night and asked for the money.',
  ],
  [
    'Me quitaron el teléfono y dijeron que no volviera a pasar por esa calle.',
    'They took my telephone and said that I should not pass through that street again.',
  ],
  [
    'Un hombre se llevó a mi hijo de la mano y lo alcancé en la esquina.',
    'A man took my son by the hand and I caught up with him at the corner.',
  ],
] as const;
const fears = [
  ['Dije que tenía miedo de volver y no me contestó.', 'I said that I was afraid to go back and he did not answer me.'],
  ['Le dije que allá nos estaban buscando.', 'I told him that they were looking for us there.'],
  ['No supe que lo podía decir.', 'I did not know that I could say it.'],
] as const;

const mayan = new Set(['mam', 'quc', 'kek', 'kjb', 'knj', 'acr', 'cac', 'agu-x-chalchi', 'jac', 'cak']);

export interface GeneratorOptions {
  /** How many people in all; the last case is cut to fit. */
  readonly people: number;
  readonly seed?: number;
  /** `light`: one hearing and at most one fear event (figures of speed); `office`: as one office keeps them. */
  readonly density?: 'light' | 'office';
}

function countryFor(dice: Dice, language: string): string {
  if (mayan.has(language)) return 'GT';
  if (language === 'pt-BR') return 'BR';
  return language === 'qu' ? 'EC' : dice.draw(nationalities);
}

/** Where and when a case crossed. */
interface Journey {
  readonly port: string;
  readonly day: string;
}

function addPeople(b: CaseBuilder, dice: Dice, journey: Journey, size: number, number: number): Person[] {
  const { port, day } = journey;
  const language = dice.draw(languages);
  const country = countryFor(dice, language);
  const surname = dice.of(surnameList);
  const city = cityAcross(port)?.code ?? null;
  const people: Person[] = [];
  for (let index = 0; index < size; index += 1) {
    const isChild = index > 0 && dice.chance(childAmongOthers);
    const age = isChild ? (dice.chance(infantOfChildren) ? 0 : dice.between(1, 17)) : dice.between(18, 52);
    const birthday = addDays(day, -age * 365 - dice.between(1, 360));
    const second = { tag: 'es', speaks: 'some' as const, understands: 'some' as const, reads: 'no' as const };
    const best = {
      tag: language,
      best: true,
      speaks: 'well' as const,
      understands: 'well' as const,
      reads: isChild ? ('notAsked' as const) : ('well' as const),
    };
    people.push(
      b.person({
        given: dice.chance(0.6) ? [dice.of(givenNames), dice.of(givenNames)] : [dice.of(givenNames)],
        surnames: [surname, dice.of(surnameList)],
        aNumber: String(200_000_000 + number + index),
        countries: [country],
        languages: language === 'es' ? [best] : [best, second],
        more: {
          birth: {
            date: dice.chance(0.9) ? on(birthday) : on(birthday.slice(0, 4), 'about'),
            country: answered(country),
          },
          gender: answered(dice.chance(0.5) ? 'female' : 'male'),
          placeNow: at(city),
          consents: { statistics: { given: dice.chance(0.8) ? 'yes' : 'no' } },
        },
      }),
    );
    const [first] = people;
    const added = people[index];
    if (first && added && index > 0) b.relate(first, isChild ? 'parent' : 'spouse', added);
  }
  return people;
}

function addHearings(b: CaseBuilder, dice: Dice, people: readonly Person[], journey: Journey, count: number): void {
  const { port, day } = journey;
  const place = placeByCode(placeByCode(port)?.hearingPlace ?? '');
  const isCompleted = dice.chance(completedShare);
  for (let index = 0; index < count; index += 1) {
    const isLast = index === count - 1;
    const outcome = isLast && isCompleted ? dice.draw(outcomes) : 'masterReset';
    b.fact('hearings', people, {
      court: answered(placeByCode(place?.filingCourt ?? '')?.short ?? ''),
      hearingPlace: at(place?.code ?? null),
      kind: answered(isLast && count > 2 ? 'individual' : 'master'),
      date: on(addDays(day, 45 * (index + 1))),
      time: answered(dice.of(['08:30', '12:30', '13:00'])),
      zone: place?.zone ?? null,
      portToReport: at(port),
      reportTime: answered(dice.of(['04:30', '08:30', '09:00'])),
      reportZone: placeByCode(port)?.zone ?? null,
      ...(isLast && !isCompleted
        ? {}
        : { outcome: answered(outcome), appeared: answered(outcome === 'inAbsentia' ? 'missed' : 'appeared') }),
    });
  }
}

function addFear(b: CaseBuilder, dice: Dice, people: readonly Person[], port: string, day: string): void {
  const asked = dice.chance(officerAskedShare);
  const stated = asked ? dice.chance(statedWhenAsked) : dice.chance(0.5);
  const isInterviewed = stated && dice.chance(interviewedOfStated);
  const isPreScreened = stated && !isInterviewed && dice.chance(0.4);
  const [es, en] = stated ? dice.of(fears.slice(0, 2)) : fears[2];
  const back = cityAcross(port);
  b.fact('fearEvents', people, {
    account: said(es, 'es', en),
    accountTold: true,
    date: on(day),
    startTime: answered(dice.of(['09:15', '14:40', '21:10'])),
    zone: placeByCode(port)?.zone ?? null,
    place: at(port),
    legalStep: answered('firstProcessing'),
    officers: b.keyed([{ agency: answered(dice.of(['cbpOfo', 'usbp', 'migraNotClear'] as const)) }]),
    officerAsked: answered(asked ? 'yes' : 'no'),
    statedFear: answered(stated ? (asked ? 'whenAsked' : 'volunteered') : 'no'),
    toldOfRight: dice.chance(0.5) ? answered('no') : { status: 'notAsked' },
    preScreened: answered(isPreScreened ? 'yes' : 'no'),
    ...(isPreScreened ? { preScreenOutcome: answered('notReferred' as const) } : {}),
    referred: answered(isInterviewed ? 'yes' : 'no'),
    interviewHeld: answered(isInterviewed ? 'yes' : 'no'),
    ...(isInterviewed ? { interviewOutcome: answered(dice.draw(interviewResults)), interviewDate: on(day) } : {}),
    nightsHeld: answered(dice.between(0, 2)),
    returned: answered('yes'),
    returnedOn: on(addDays(day, 1)),
    returnedTo: at(back?.code ?? null),
  });
}

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

/** Case files one after another until `people` are in them; nothing is kept, so that 70,000 people fit in memory. */
export function* generateCases(options: GeneratorOptions): Generator<CaseFile> {
  const seed = options.seed ?? 1;
  const dice = new Dice(seed);
  const nextId = countingIds(0x6e000000 + seed);
  for (let made = 0; made < options.people; ) {
    const size = Math.min(dice.draw(familySizes), options.people - made);
    yield buildCase(dice, nextId, options.density ?? 'light', size, made);
    made += size;
  }
}
