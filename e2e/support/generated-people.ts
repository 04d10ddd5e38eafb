/** The people of a generated case: who they are, what they speak, how they belong together. */
import { answered } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { at, type CaseBuilder, on } from '#shared/domain/case-builder.ts';
import type { Person } from '#shared/domain/person.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { givenNames, surnames } from './invented.ts';
import type { Dice } from './random.ts';
import { childAmongOthers, infantOfChildren, languages, nationalities } from './shares.ts';

const mayan = new Set(['mam', 'quc', 'kek', 'kjb', 'knj', 'acr', 'cac', 'agu-x-chalchi', 'jac', 'cak']);

function countryFor(dice: Dice, language: string): string {
  if (mayan.has(language)) return 'GT';
  if (language === 'pt-BR') return 'BR';
  return language === 'qu' ? 'EC' : dice.draw(nationalities);
}

/** Where and when a case crossed. */
export interface Journey {
  readonly port: string;
  readonly day: string;
}

/** Adds `size` people who came together; `number` counts everybody generated before, for their A-numbers. */
export function addPeople(b: CaseBuilder, dice: Dice, journey: Journey, size: number, number: number): Person[] {
  const { port, day } = journey;
  const language = dice.draw(languages);
  const country = countryFor(dice, language);
  const surname = dice.of(surnames);
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
        surnames: [surname, dice.of(surnames)],
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
