/** A case as lines in time: each line a fact, with whom it is about, where it comes from and what to look at. */
import { type Id, type PartialDate, type Source, valueOf } from '#shared/domain/base.ts';
import { type CaseFile, type FactCollection, factCollections } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPlace } from '#shared/domain/format.ts';
import { dateSortKey } from '#shared/domain/partial-date.ts';
import { type FactBase, peopleInOrder, visibleFacts } from '#shared/domain/people.ts';
import { needsTranslation, textIn, wordsIn } from '#shared/domain/words.ts';
import { type MissingItem, missingItems, standsAlone } from './completeness.ts';
import { fearOutcomeOf } from './fear-outcome.ts';
import { nightsOf } from './fear-rules.ts';
import { nameInFlag } from './nationality.ts';
import { findForEncounter, findForFearEvent, findForHearing, findForStay, openFindings } from './triggers.ts';
import { findForPaper } from './paper-rules.ts';
import type { Finding } from './finding.ts';

export type TimelineKind =
  | 'birth'
  | 'encounter'
  | 'fear'
  | 'harm'
  | 'hearing'
  | 'irregularity'
  | 'paper'
  | 'programme'
  | 'separation'
  | 'stay'
  | 'vulnerability';

export interface TimelineEntry {
  /** Unique in the timeline: `collection:id` with a part where one fact makes two lines. */
  readonly key: string;
  readonly fact: { readonly collection: FactCollection | 'people' | 'separations'; readonly id: Id };
  readonly kind: TimelineKind;
  readonly date: PartialDate | null;
  /** HH:MM at the place, or empty. */
  readonly time: string;
  readonly sortKey: string;
  /** YYYY for grouping, empty when the date is unknown. */
  readonly year: string;
  /** Text under this key in the locales, with values. */
  readonly title: { readonly key: string; readonly vars: Readonly<Record<string, string | number>> };
  readonly place: string;
  /** The client's or writer's words, with their language; empty when there are none. */
  readonly detail: { readonly text: string; readonly language: string } | null;
  readonly people: readonly Id[];
  readonly source: Source | null;
  /** Accepted irregularities on this fact (codes) and proposals nobody decided on. */
  readonly irregularities: readonly string[];
  readonly proposals: number;
  readonly missing: readonly MissingItem[];
  readonly toTranslate: boolean;
}

interface Line {
  readonly part?: string;
  readonly kind: TimelineKind;
  readonly title: string;
  readonly vars?: Record<string, string | number>;
  readonly date: PartialDate | undefined;
  readonly time?: string | undefined;
  readonly place?: string;
}

type Lines<C extends FactCollection> = (context: Context, fact: CaseFile[C][string]) => Line[];

interface Context {
  readonly file: CaseFile;
  readonly personId: Id | null;
  readonly language: UiLanguage;
}

function placeText(context: Context, answer: CaseFile['fearEvents'][string]['place']): string {
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

const lines: { readonly [C in FactCollection]?: Lines<C> } = {
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
  vulnerabilities: (_context, one) =>
    one.toldOn.status === 'answered'
      ? [{ kind: 'vulnerability', title: 'told', vars: { code: one.code }, date: valueOf(one.toldOn) }]
      : [],
};

function findingsOn(file: CaseFile, collection: FactCollection, fact: FactBase): Finding[] {
  if (collection === 'fearEvents') return findForFearEvent(file, fact as CaseFile['fearEvents'][string]);
  if (collection === 'encounters') return findForEncounter(file, fact as CaseFile['encounters'][string]);
  if (collection === 'papers') return findForPaper(file, fact as CaseFile['papers'][string]);
  if (collection === 'hearings') return findForHearing(fact as CaseFile['hearings'][string]);
  if (collection === 'stays') return findForStay(fact as CaseFile['stays'][string]);
  return [];
}

function acceptedOn(file: CaseFile, factId: Id): string[] {
  return Object.values(file.irregularities)
    .filter((one) => one.deleted === null && one.decision !== 'dropped')
    .filter((one) => [one.fearEventId, one.encounterId, one.hearingId, one.paperId, one.stayId].includes(factId))
    .map((one) => one.type);
}

function detailOf(fact: FactBase, language: UiLanguage): TimelineEntry['detail'] {
  const first = wordsIn(fact)[0]?.words;
  if (!first) return null;
  const own = textIn(first, language);
  return own ? { text: own.text, language } : { text: first.text, language: first.language };
}

function toEntry(
  line: Line,
  fact: TimelineEntry['fact'],
  rest: Pick<
    TimelineEntry,
    'people' | 'source' | 'detail' | 'irregularities' | 'proposals' | 'missing' | 'toTranslate'
  >,
): TimelineEntry {
  const main = line.part === undefined;
  const key = dateSortKey(line.date);
  return {
    key: `${fact.collection}:${fact.id}${line.part ? `:${line.part}` : ''}`,
    fact,
    kind: line.kind,
    date: line.date ?? null,
    time: line.part === 'returned' && line.time === '23:59' ? '' : (line.time ?? ''),
    sortKey: `${key} ${line.time ?? (key.endsWith('#5') ? '12:00' : '')} ${line.part ?? ''}`,
    year: line.date && line.date.precision !== 'unknown' ? line.date.value.slice(0, 4) : '',
    title: { key: `timeline.${line.kind}.${line.title}`, vars: line.vars ?? {} },
    place: line.place ?? '',
    people: rest.people,
    source: rest.source,
    detail: main ? rest.detail : null,
    irregularities: main ? rest.irregularities : [],
    proposals: main ? rest.proposals : 0,
    missing: main ? rest.missing : [],
    toTranslate: main && rest.toTranslate,
  };
}

function factEntries<C extends FactCollection>(context: Context, collection: C): TimelineEntry[] {
  const make = lines[collection] as Lines<C> | undefined;
  if (!make) return [];
  return visibleFacts(context.file, collection, context.personId).flatMap((fact) => {
    const base = fact as FactBase & { readonly source: Source };
    const made = make(context, fact);
    if (made.length === 0) return [];
    const open = openFindings(context.file, findingsOn(context.file, collection, base));
    return made.map((line) =>
      toEntry(
        line,
        { collection, id: base.id },
        {
          people: base.about,
          source: base.source,
          detail: detailOf(base, context.language),
          irregularities: acceptedOn(context.file, base.id),
          proposals: open.length,
          missing: missingItems(collection, fact),
          toTranslate: wordsIn(base).some(({ words }) => needsTranslation(words, 'en')),
        },
      ),
    );
  });
}

const bare = { source: null, detail: null, irregularities: [], proposals: 0, missing: [], toTranslate: false } as const;

function separationEntries(context: Context): TimelineEntry[] {
  return Object.values(context.file.separations)
    .filter((one) => one.deleted === null && (context.personId === null || one.people.includes(context.personId)))
    .flatMap((one) => {
      const fact = { collection: 'separations', id: one.id } as const;
      const place = placeText(context, one.place);
      const made: Line[] = [{ kind: 'separation', title: 'separated', date: valueOf(one.date), place }];
      if (one.reunited.status === 'answered')
        made.push({ part: 'reunited', kind: 'separation', title: 'reunited', date: valueOf(one.reunited) });
      return made.map((line) => toEntry(line, fact, { ...bare, people: one.people }));
    });
}

/** Births during the journey are lines of the family's time; births before it are not. */
function birthEntries(context: Context): TimelineEntry[] {
  const first = Object.values(context.file.encounters)
    .filter((one) => one.deleted === null)
    .map((one) => dateSortKey(valueOf(one.date)))
    .sort()[0];
  return peopleInOrder(context.file).flatMap((person) => {
    const date = valueOf(person.birth.date);
    if (!date || !first || dateSortKey(date) < first) return [];
    const line: Line = {
      kind: 'birth',
      title: 'born',
      vars: { name: nameInFlag(person) },
      date,
      place: placeText(context, person.birth.place),
    };
    return toEntry(line, { collection: 'people', id: person.id }, { ...bare, people: [person.id] });
  });
}

export interface TimelineOptions {
  /** One person's lane, or null for the joint view (which shows nothing that was told alone). */
  readonly personId: Id | null;
  readonly language: UiLanguage;
  /** Only these kinds; all when left out. */
  readonly kinds?: readonly TimelineKind[];
}

/** The lines of a case in time order; unknown dates last. */
export function timelineOf(file: CaseFile, options: TimelineOptions): TimelineEntry[] {
  const context: Context = { file, personId: options.personId, language: options.language };
  const collections = Object.keys(factCollections) as FactCollection[];
  const entries = [
    ...collections.flatMap((collection) => factEntries(context, collection)),
    ...separationEntries(context),
    ...birthEntries(context),
  ];
  return entries
    .filter((entry) => !options.kinds || options.kinds.includes(entry.kind))
    .sort((a, b) => (a.sortKey === b.sortKey ? (a.key < b.key ? -1 : 1) : a.sortKey < b.sortKey ? -1 : 1));
}
