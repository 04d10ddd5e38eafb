/** Hearings and fear events of a generated case. */
import { answered } from '#shared/domain/base.ts';
import { addDays } from '#shared/domain/calendar.ts';
import { at, type CaseBuilder, on, said } from '#shared/domain/case-builder.ts';
import type { Person } from '#shared/domain/person.ts';
import { cityAcross, placeByCode } from '#shared/reference/places.ts';
import type { Journey } from './generated-people.ts';
import { fears } from './invented.ts';
import type { Dice } from './random.ts';
import {
  completedShare,
  interviewedOfStated,
  interviewResults,
  officerAskedShare,
  outcomes,
  statedWhenAsked,
} from './shares.ts';

/** Adds hearings 45 days apart; how the last one ended is drawn from the published outcomes. */
export function addHearings(
  b: CaseBuilder,
  dice: Dice,
  people: readonly Person[],
  journey: Journey,
  count: number,
): void {
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

/** Adds a fear event of one day at a port. */
export function addFear(b: CaseBuilder, dice: Dice, people: readonly Person[], port: string, day: string): void {
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
