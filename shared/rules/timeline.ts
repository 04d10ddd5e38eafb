/** A case as lines in time: each line a fact, with whom it is about, where it comes from and what to look at. */
import { type Id, type PartialDate, type Source, valueOf } from '#shared/domain/base.ts';
import { type CaseFile, type FactCollection, factCollections } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { dateBounds, dateSortKey } from '#shared/domain/partial-date.ts';
import { type FactBase, peopleInOrder, visibleFacts } from '#shared/domain/people.ts';
import { needsTranslation, textIn, wordsIn } from '#shared/domain/words.ts';
import { type MissingItem, missingItems } from './completeness.ts';
import { nameInFlag } from './nationality.ts';
import { findForEncounter, findForFearEvent, findForHearing, findForStay, openFindings } from './triggers.ts';
import { type Context, type Line, type Lines, linesOf, placeText } from './timeline-lines.ts';
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
  | 'screening'
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

function sortKeyOf(line: Line): string {
  const key = dateSortKey(line.date);
  return `${key} ${line.time ?? (key.endsWith('#5') ? '12:00' : '')} ${line.part ?? ''}`;
}

/** Whether the day of a line can be the day of an earlier one or lie after it. */
function canFollow(line: Line, first: Line): boolean {
  const latest = line.date ? dateBounds(line.date).latest : null;
  const earliest = first.date ? dateBounds(first.date).earliest : null;
  return latest === null || earliest === null || latest >= earliest;
}

/**
 * Entries of the lines of one fact. What followed from it does not stand before it: a return "in August" comes after a
 * fear event of "about August". A day that cannot be right stays where it was written down.
 */
function entriesOf(
  made: readonly Line[],
  fact: TimelineEntry['fact'],
  rest: Parameters<typeof toEntry>[2],
): TimelineEntry[] {
  const [first] = made;
  if (first === undefined) return [];
  const start = sortKeyOf(first);
  return made.map((line, index) => {
    const entry = toEntry(line, fact, rest);
    return entry.sortKey < start && canFollow(line, first) ? { ...entry, sortKey: `${start}~${index}` } : entry;
  });
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
  return {
    key: `${fact.collection}:${fact.id}${line.part ? `:${line.part}` : ''}`,
    fact,
    kind: line.kind,
    date: line.date ?? null,
    time: line.part === 'returned' && line.time === '23:59' ? '' : (line.time ?? ''),
    sortKey: sortKeyOf(line),
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
  const make = linesOf[collection] as Lines<C> | undefined;
  if (!make) return [];
  return visibleFacts(context.file, collection, context.personId).flatMap((fact) => {
    const base = fact as FactBase & { readonly source: Source };
    const made = make(context, fact);
    if (made.length === 0) return [];
    const open = openFindings(context.file, findingsOn(context.file, collection, base));
    return entriesOf(
      made,
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
      return entriesOf(made, fact, { ...bare, people: one.people });
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

/** Negative when `a` stands before `b`; lines of one moment by their key, so that the order never changes by itself. */
export function compareInTime(
  a: Pick<TimelineEntry, 'sortKey' | 'key'>,
  b: Pick<TimelineEntry, 'sortKey' | 'key'>,
): number {
  const [left, right] = a.sortKey === b.sortKey ? [a.key, b.key] : [a.sortKey, b.sortKey];
  return left < right ? -1 : left > right ? 1 : 0;
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
  return entries.filter((entry) => !options.kinds || options.kinds.includes(entry.kind)).sort(compareInTime);
}
