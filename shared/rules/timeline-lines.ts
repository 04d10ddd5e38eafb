/** What one fact says in time: its line, and further lines for what followed from it. */
import { type Id, type PartialDate, valueOf } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPlace } from '#shared/domain/format.ts';
import { instrumentOf } from '#shared/reference/screenings.ts';
import { standsAlone } from './completeness.ts';
import { fearOutcomeOf } from './fear-outcome.ts';
import { nightsOf } from './fear-rules.ts';
import type { TimelineKind } from './timeline.ts';

export interface Line {
  /** Set on what followed from the fact; its line is the one without. */
  readonly part?: string;
  readonly kind: TimelineKind;
  readonly title: string;
  readonly vars?: Record<string, string | number>;
  readonly date: PartialDate | undefined;
  readonly time?: string | undefined;
  readonly place?: string;
}

export type Lines<C extends FactCollection> = (context: Context, fact: CaseFile[C][string]) => Line[];

export interface Context {
  readonly file: CaseFile;
  readonly personId: Id | null;
  readonly language: UiLanguage;
}

/** A place as text, empty while it is not answered. */
export function placeText(context: Context, answer: CaseFile['fearEvents'][string]['place']): string {
  const place = valueOf(answer);
  return place ? formatPlace(place, context.language) : '';
}

const encounterLines: Lines<'encounters'> = (context, one) => {
  const [from, to] = [placeText(context, one.from), placeText(context, one.to)];
  const nights = nightsOf(one);
  const line: Line = {
    kind: 'encounter',
    title: one.kind,
    vars: { from, to },
    date: valueOf(one.date),
    time: valueOf(one.time),
    place: placeText(context, one.port) || (one.kind === 'returnToMexico' ? to : from || to),
  };
  if (nights === null || nights < 1) return [line];
  return [
    line,
    { ...line, part: 'held', title: 'held', vars: { count: nights }, place: placeText(context, one.placeHeld) },
  ];
};

const fearLines: Lines<'fearEvents'> = (context, event) => {
  const lines: Line[] = [
    {
      kind: 'fear',
      title: fearOutcomeOf(context.file, event, context.personId ?? event.about[0] ?? null),
      date: valueOf(event.date),
      time: valueOf(event.startTime),
      place: placeText(context, event.place),
    },
  ];
  const nights = nightsOf(event);
  if (nights !== null && nights >= 1)
    lines.push({
      part: 'held',
      kind: 'fear',
      title: 'held',
      vars: { count: nights },
      date: valueOf(event.date),
      time: valueOf(event.heldFrom) ?? valueOf(event.startTime),
      place: placeText(context, event.placeHeld),
    });
  if (valueOf(event.returned) === 'yes')
    lines.push({
      part: 'returned',
      kind: 'fear',
      title: 'returned',
      date: valueOf(event.returnedOn) ?? valueOf(event.date),
      time: valueOf(event.returnedTime) ?? '23:59',
      place: placeText(context, event.returnedTo),
    });
  return lines;
};

/** The lines of each collection that has any, the fact's own line first. */
export const linesOf: { readonly [C in FactCollection]?: Lines<C> } = {
  encounters: encounterLines,
  fearEvents: fearLines,
  harms: (context, harm) => [
    {
      kind: 'harm',
      title: harm.kinds[0] ?? 'other',
      vars: { more: Math.max(0, harm.kinds.length - 1) },
      date: valueOf(harm.date),
      time: valueOf(harm.time),
      place: placeText(context, harm.place),
    },
  ],
  hearings: (context, hearing) => [
    {
      kind: 'hearing',
      title: valueOf(hearing.appeared) ?? 'set',
      vars: { court: valueOf(hearing.court) ?? '' },
      date: valueOf(hearing.date),
      time: valueOf(hearing.time),
      place: placeText(context, hearing.hearingPlace),
    },
  ],
  papers: (_context, paper) => [
    {
      kind: 'paper',
      title: paper.kind,
      vars: { title: paper.title },
      date: valueOf(paper.servedOn) ?? valueOf(paper.date),
    },
  ],
  stays: (context, stay) => {
    const place = placeText(context, stay.place);
    const begin: Line = { kind: 'stay', title: stay.kind, date: valueOf(stay.from), place };
    const cause = valueOf(stay.endCause);
    if (!cause || cause === 'stillThere') return [begin];
    return [begin, { part: 'end', kind: 'stay', title: `end_${cause}`, date: valueOf(stay.until), place }];
  },
  programme: (context, one) => [
    {
      kind: 'programme',
      title: one.status,
      vars: { version: valueOf(one.version) ?? '' },
      date: valueOf(one.from),
      place: placeText(context, one.portOfReturn),
    },
  ],
  irregularities: (context, one) =>
    one.decision !== 'dropped' && (one.date.status === 'answered' || standsAlone(one))
      ? [
          {
            kind: 'irregularity',
            title: 'alone',
            vars: { type: one.type },
            date: valueOf(one.date),
            place: placeText(context, one.place),
          },
        ]
      : [],
  screenings: (context, one) => [
    {
      kind: 'screening',
      title: 'made',
      vars: { name: instrumentOf(one)?.name[context.language] ?? one.instrument, edition: one.version },
      date: valueOf(one.date),
    },
  ],
  vulnerabilities: (_context, one) =>
    one.toldOn.status === 'answered'
      ? [{ kind: 'vulnerability', title: 'told', vars: { code: one.code }, date: valueOf(one.toldOn) }]
      : [],
};
