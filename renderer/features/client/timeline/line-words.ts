/** What stands under the title of a line: short parts, each an answered fact. Nothing is said of what was not asked. */
import { type Answer, type Id, type Source, valueOf } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { FearEvent, Irregularity } from '#shared/domain/fear.ts';
import { formatPartialDate, upperFirst } from '#shared/domain/format.ts';
import type { Harm } from '#shared/domain/harm.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { replacedBy } from '#shared/domain/hearing-chain.ts';
import type { Encounter, Paper, Stay } from '#shared/domain/journey.ts';
import type { Screening } from '#shared/domain/screening.ts';
import { irregularityLabel } from '#shared/reference/irregularities.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { hearingOutcomeLabel, programmeVersionById, vulnerabilityLabel } from '#shared/reference/programme.ts';
import { meaningWords, shownBy } from '#shared/rules/screening-items.ts';
import type { TimelineEntry } from '#shared/rules/timeline.ts';
import { asKey, type Key, type Vars } from '#renderer/i18n/i18n.ts';

export interface WordsInput {
  readonly file: CaseFile;
  readonly language: UiLanguage;
  readonly t: (key: Key, vars?: Vars) => string;
}

/** Codes in a title become the words of the reference. */
export function titleWords({ language, t }: WordsInput, title: TimelineEntry['title']): string {
  const { type, code, version } = title.vars;
  const vars = {
    ...title.vars,
    ...(typeof type === 'string' ? { type: irregularityLabel(type, language) } : {}),
    ...(typeof code === 'string' ? { code: vulnerabilityLabel(code, language) } : {}),
    ...(typeof version === 'string' ? { version: programmeVersionById(version)?.name[language] ?? version } : {}),
  };
  // A version, place or title that nobody has given leaves no empty brackets behind.
  return t(asKey(title.key), vars)
    .replace(/\s*\(\s*\)/, '')
    .replace(/:\s*$/, '')
    .trim();
}

type Parts = readonly (string | false | null | undefined)[];

function dateText(answer: Answer<Parameters<typeof formatPartialDate>[0]>, language: UiLanguage): string | undefined {
  const date = valueOf(answer);
  return date === undefined ? undefined : formatPartialDate(date, language, 'table');
}

function fearParts({ language, t }: WordsInput, event: FearEvent): Parts {
  const asked = valueOf(event.officerAsked);
  const stated = valueOf(event.statedFear);
  const link = Object.values(event.interpreters).sort((a, b) => a.order - b.order)[0];
  const officer = Object.values(event.officers)[0];
  const agency = officer === undefined ? undefined : valueOf(officer.agency);
  return [
    stated === 'volunteered' && t('client.line.fearVolunteered'),
    stated === 'whenAsked' && t('client.line.fearWhenAsked'),
    stated === 'prevented' && t('client.line.fearPrevented'),
    link &&
      t('client.line.through', {
        language: languageLabel(link.from, language),
        who: link.who || lowerFirst(t(`fear.interpreterKind.${link.kind}`)),
      }),
    asked === 'no' && t('client.line.didNotAsk'),
    agency && t(`fear.agency.${agency}`),
    officer && valueOf(officer.uniform),
  ];
}

/** A label inside a sentence. */
function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase() + text.slice(1);
}

function encounterParts({ t }: WordsInput, one: Encounter): Parts {
  const hours = valueOf(one.hoursHeld);
  return [
    valueOf(one.withWhom),
    valueOf(one.processedTogether) === 'apart' && t('client.line.apart'),
    hours !== undefined && t('client.line.hours', { count: hours }),
  ];
}

function hearingParts({ file, language, t }: WordsInput, hearing: Hearing): Parts {
  const [report, time, kind] = [valueOf(hearing.reportTime), valueOf(hearing.time), valueOf(hearing.kind)];
  const outcome = valueOf(hearing.outcome);
  const next = replacedBy(file, hearing);
  const nextDate = next === null ? undefined : dateText(next.date, language);
  return [
    kind && t(`hearing.kind.${kind}`),
    report && t('client.line.report', { time: report }),
    time && t('client.line.hearingAt', { time }),
    outcome && hearingOutcomeLabel(outcome, language),
    nextDate && t('client.line.reset', { date: nextDate }),
  ];
}

function harmParts({ t }: WordsInput, harm: Harm): Parts {
  const by = valueOf(harm.byKind);
  const reported = valueOf(harm.reported);
  const told = valueOf(harm.toldToOfficer);
  return [
    ...harm.kinds.slice(1).map((kind) => t(`harm.kind.${kind}`)),
    by && t(`harm.byKinds.${by}`),
    reported && t(reported === 'yes' ? 'client.line.reported' : 'client.line.notReported'),
    told && t(told === 'yes' ? 'client.line.toldOfficer' : 'client.line.notToldOfficer'),
  ];
}

function paperParts({ language, t }: WordsInput, paper: Paper): Parts {
  const languages = valueOf(paper.languages)?.map((tag) => languageLabel(tag, language));
  const explained = valueOf(paper.explained);
  const understood = valueOf(paper.understood);
  return [
    languages && t('client.line.servedIn', { languages: languages.join(', ') }),
    explained && t(explained === 'yes' ? 'client.line.explained' : 'client.line.notExplained'),
    understood && t(`client.line.understood.${understood}`),
    valueOf(paper.addressWritten),
  ];
}

function stayParts({ language, t }: WordsInput, stay: Stay): Parts {
  const until = dateText(stay.until, language);
  const nights = valueOf(stay.nightsWithoutAddress);
  return [
    until && t('client.line.stayUntil', { date: until }),
    valueOf(stay.endCause) === 'leftForHearing' && t('client.line.lostForHearing'),
    nights !== undefined && nights > 0 && t('client.line.noAddress', { count: nights }),
  ];
}

/** What a screening shows, and whether needed help was given. */
export function screeningParts({ language, t }: WordsInput, made: Screening): Parts {
  const shown = shownBy(made).map((code) => vulnerabilityLabel(code, language));
  const given = meaningWords(made, 'helpGiven', language);
  return [
    shown.length > 0 && t('screening.shows', { what: shown.join(', ') }),
    given && t('screening.help', { given: lowerFirst(given) }),
  ];
}

/** What stands alone says by whom, on whom, and how it is known: hearsay is never shown as seen. */
function irregularityParts({ t }: WordsInput, one: Irregularity): Parts {
  const agency = valueOf(one.byAgency);
  const who = [agency && t(`fear.agency.${agency}`), valueOf(one.byRole)].filter(Boolean).join(', ');
  const pressureOn = valueOf(one.pressureOn);
  return [
    who !== '' && t('client.line.by', { who }),
    valueOf(one.formOfPressure),
    pressureOn && t('client.line.pressureOn', { who: pressureOn }),
    t(`irregularity.basisIs.${one.basis}`),
  ];
}

const partsOf: { readonly [C in FactCollection]?: (input: WordsInput, fact: CaseFile[C][string]) => Parts } = {
  fearEvents: fearParts,
  encounters: encounterParts,
  hearings: hearingParts,
  harms: harmParts,
  papers: paperParts,
  stays: stayParts,
  screenings: screeningParts,
  irregularities: irregularityParts,
};

function hasParts(collection: string): collection is FactCollection {
  return collection in partsOf;
}

function partsFor<C extends FactCollection>(input: WordsInput, collection: C, id: Id): Parts {
  const fact = input.file[collection][id] as CaseFile[C][string] | undefined;
  return fact === undefined ? [] : (partsOf[collection]?.(input, fact) ?? []);
}

/** The line under the title; empty when nothing more is known. */
export function detailWords(
  input: WordsInput,
  entry: {
    readonly key: string;
    readonly place: string;
    readonly fact: { readonly collection: string; readonly id: Id };
  },
): string {
  const { collection, id } = entry.fact;
  const isMain = entry.key === `${collection}:${id}`;
  const parts = isMain && hasParts(collection) ? partsFor(input, collection, id) : [];
  // Some places and labels begin small, as they stand inside a sentence.
  return upperFirst([entry.place, ...parts].filter(Boolean).join(' · '));
}

/** Where a fact comes from, in words: "Notice to appear", "the client's own words". */
export function sourceWords({ file, t }: WordsInput, source: Source): string {
  const paper = source.kind === 'paper' && source.paperId !== null ? file.papers[source.paperId] : undefined;
  if (paper !== undefined) return paper.title || t(`paper.kind.${paper.kind}`);
  return t(`record.source.${source.kind}`).toLocaleLowerCase();
}
