/** What somebody should look at in a case, each flag with the fact and the rule behind it. Nothing is decided here. */
import { type Id, valueOf } from '#shared/domain/base.ts';
import { type CaseFile, type FactCollection, factCollections } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import type { Hearing, Vulnerability } from '#shared/domain/hearing.ts';
import { replacedBy } from '#shared/domain/hearing-chain.ts';
import { datesCanAgree, dateBounds } from '#shared/domain/partial-date.ts';
import { factFor, isVisible, peopleInOrder, visibleFacts } from '#shared/domain/people.ts';
import { needsTranslation, wordsIn } from '#shared/domain/words.ts';
import {
  clientZone,
  hearingClocks,
  lastContact,
  nextHearing,
  wholeDaysSince,
} from '#shared/deadlines/hearing-clock.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { exclusionsFor, programmeVersionById, vulnerabilityByCode } from '#shared/reference/programme.ts';
import { missingItems } from './completeness.ts';
import type { Why } from './finding.ts';
import { openReferrals } from './referral.ts';
import { mexicanLink, mexicanRelatives, nameInFlag, nationalWhy, relativeWhy } from './nationality.ts';

export type FlagCode =
  | 'mayNotBelong'
  | 'noticesDiffer'
  | 'reportEarly'
  | 'reportAfterHearing'
  | 'pregnant'
  | 'unreached'
  | 'neverReached'
  | 'toTranslate'
  | 'incomplete'
  | 'noReferralYet'
  | 'toldAloneAboutSeveral';

export interface Flag {
  /** Text under `flags.<code>` in the locales. */
  readonly code: FlagCode;
  readonly tone: 'danger' | 'warning' | 'info';
  readonly people: readonly Id[];
  readonly vars: Readonly<Record<string, string | number>>;
  /** Facts behind it, as locale keys with values. */
  readonly whys: readonly Why[];
  /** Ids of the rule in the reference data, e.g. `GP2` of exclusions.json. */
  readonly rules: readonly string[];
  readonly at: { readonly collection: string; readonly id: Id } | null;
}

export interface Now {
  /** YYYY-MM-DD on the user's calendar. */
  readonly today: string;
  /** ISO 8601 in UTC. */
  readonly instant: string;
}

type FlagInput = Pick<Flag, 'code' | 'tone' | 'people'> & Partial<Omit<Flag, 'code' | 'tone' | 'people'>>;

function flag(input: FlagInput): Flag {
  return { vars: {}, whys: [], rules: [], at: null, ...input };
}

/** A finding on the list of 2019, or one that the programme version on record for the person exempted. */
function isExempt(file: CaseFile, one: Vulnerability): boolean {
  if (vulnerabilityByCode(one.code)?.excluded2019) return true;
  return visibleFacts(file, 'programme', null)
    .filter((status) => status.about.some((personId) => one.about.includes(personId)))
    .some((status) => programmeVersionById(valueOf(status.version) ?? '')?.exemptCodes.includes(one.code));
}

/** "May not belong in MPP": Mexican nationality, a Mexican relative, or a finding that exempts. */
export function mayNotBelong(file: CaseFile, personId: Id | null = null): Flag[] {
  const found: Flag[] = [];
  for (const person of peopleInOrder(file)) {
    const link = mexicanLink(person);
    if (!link) continue;
    found.push(
      flag({
        code: 'mayNotBelong',
        tone: 'warning',
        people: [person.id],
        vars: { name: nameInFlag(person) },
        whys: [nationalWhy(link)],
        rules: exclusionsFor('MXNAT').map((entry) => entry.id),
        at: { collection: 'people', id: person.id },
      }),
    );
  }
  for (const one of mexicanRelatives(file)) {
    const { person, relative } = one;
    found.push(
      flag({
        code: 'mayNotBelong',
        tone: 'warning',
        people: [person.id],
        vars: { name: nameInFlag(person) },
        whys: [relativeWhy(one)],
        rules: ['MXFAM'],
        at: { collection: 'people', id: relative.person.id },
      }),
    );
  }
  for (const one of visibleFacts(file, 'vulnerabilities', personId)) {
    if (!isExempt(file, one)) continue;
    const listed = exclusionsFor(one.code).map((item) => item.id);
    found.push(
      flag({
        code: 'mayNotBelong',
        tone: 'warning',
        people: one.about,
        whys: [{ key: 'why.exclusionFinding', vars: { code: one.code } }],
        rules: listed.length > 0 ? listed : [one.code],
        at: { collection: 'vulnerabilities', id: one.id },
      }),
    );
  }
  return found;
}

/** Papers that announce a hearing, linked from either side, as far as the view of a person or the joint one shows them. */
function announcements(file: CaseFile, hearing: Hearing, personId: Id | null) {
  return visibleFacts(file, 'papers', personId).filter(
    (paper) => paper.hearingId === hearing.id || hearing.announcedBy.includes(paper.id),
  );
}

/** Two papers that give one hearing different dates or times, or a paper that differs from the record (J4). */
export function noticesDiffer(
  file: CaseFile,
  hearing: Hearing,
  language: UiLanguage,
  personId: Id | null = null,
): Flag | null {
  const recordDate = valueOf(hearing.date);
  const said = announcements(file, hearing, personId).map((paper) => ({
    date: valueOf(paper.hearingDateWritten),
    time: valueOf(paper.hearingTimeWritten),
  }));
  const all = [...said, { date: recordDate, time: valueOf(hearing.time) }];
  const dates = all.flatMap((one) => one.date ?? []);
  const times = all.flatMap((one) => one.time ?? []);
  const dateDiffers = dates.some((a) => dates.some((b) => !datesCanAgree(a, b)));
  const timeDiffers = new Set(times).size > 1;
  if (!dateDiffers && !timeDiffers) return null;
  const texts = dateDiffers ? dates.map((date) => formatPartialDate(date, language, 'table')) : times;
  return flag({
    code: 'noticesDiffer',
    tone: 'warning',
    people: hearing.about,
    vars: { values: [...new Set(texts)].join(' / ') },
    at: { collection: 'hearings', id: hearing.id },
  });
}

function hearingFlags(file: CaseFile, personId: Id | null, now: Now, language: UiLanguage): Flag[] {
  return visibleFacts(file, 'hearings', personId).flatMap((hearing) => {
    const found: Flag[] = [];
    const differ = noticesDiffer(file, hearing, language, personId);
    if (differ) found.push(differ);
    const date = valueOf(hearing.date);
    const latest = date ? dateBounds(date).latest : null;
    if (latest === null || latest < now.today || replacedBy(file, hearing) !== null) return found;
    const clocks = hearingClocks(hearing, clientZone(file, personId ?? hearing.about[0] ?? null, hearing));
    const at = { collection: 'hearings', id: hearing.id };
    const time = clocks.report?.there.time ?? valueOf(hearing.reportTime) ?? '';
    if (clocks.early)
      found.push(flag({ code: 'reportEarly', tone: 'warning', people: hearing.about, vars: { time }, at }));
    if (clocks.reportAfterHearing)
      found.push(flag({ code: 'reportAfterHearing', tone: 'danger', people: hearing.about, vars: { time }, at }));
    return found;
  });
}

/**
 * Nobody has reached the person for 14 days and a hearing lies ahead (SR21). An answer takes the flag away; a note
 * left or a wrong person does not.
 */
export function unreached(file: CaseFile, personId: Id, now: Now): Flag | null {
  const hearing = nextHearing(file, personId, now.today);
  if (!hearing) return null;
  const last = lastContact(file, personId);
  const at = { collection: 'hearings', id: hearing.id };
  if (last === null) return flag({ code: 'neverReached', tone: 'warning', people: [personId], at });
  const days = wholeDaysSince(last, now.instant);
  if (days < practiceFigure('unreachedDays')) return null;
  return flag({ code: 'unreached', tone: 'warning', people: [personId], vars: { count: days }, at });
}

/** Pregnancy that has not ended by its due date. */
function pregnancy(file: CaseFile, now: Now): Flag[] {
  return peopleInOrder(file).flatMap((person) => {
    const due = valueOf(person.dueDate);
    const latest = due ? dateBounds(due).latest : null;
    if (valueOf(person.pregnant) !== 'yes' || (latest !== null && latest < now.today)) return [];
    return flag({
      code: 'pregnant',
      tone: 'info',
      people: [person.id],
      vars: { name: nameInFlag(person) },
      at: { collection: 'people', id: person.id },
    });
  });
}

interface LooseFact {
  readonly id: Id;
  readonly about: readonly Id[];
  readonly exceptions: Readonly<Record<Id, Readonly<Record<string, unknown>>>>;
  readonly notForFamily: boolean;
  readonly deleted: unknown;
}

/** Records that miss a required item, have words to translate, or were told alone about several people. */
function recordFlags(file: CaseFile, personId: Id | null): Flag[] {
  const found: Flag[] = [];
  for (const collection of Object.keys(factCollections) as FactCollection[]) {
    for (const fact of Object.values(file[collection]) as LooseFact[]) {
      if (!isVisible(fact, { personId })) continue;
      const at = { collection, id: fact.id };
      const shown = personId ? factFor(fact, personId) : fact;
      const items = missingItems(collection, shown as CaseFile[typeof collection][string]);
      if (items.length > 0)
        found.push(
          flag({ code: 'incomplete', tone: 'info', people: fact.about, vars: { items: items.join(',') }, at }),
        );
      const open = wordsIn(shown).filter(({ words }) => needsTranslation(words, 'en')).length;
      if (open > 0)
        found.push(flag({ code: 'toTranslate', tone: 'info', people: fact.about, vars: { count: open }, at }));
      if (fact.notForFamily && fact.about.length > 1)
        found.push(flag({ code: 'toldAloneAboutSeveral', tone: 'warning', people: fact.about, at }));
    }
  }
  return found;
}

/** Fear was stated, nobody recorded a referral, and some days have passed (SR11). */
function noReferralYet(file: CaseFile, personId: Id | null, now: Now): Flag[] {
  return openReferrals(file, personId)
    .filter(({ dueOn }) => dueOn <= now.today)
    .map(({ event }) =>
      flag({
        code: 'noReferralYet',
        tone: 'info',
        people: event.about,
        at: { collection: 'fearEvents', id: event.id },
      }),
    );
}

const toneRank = { danger: 0, warning: 1, info: 2 } as const;

/**
 * Flags of a case, or of one person in it (`personId`), the gravest first. What somebody told alone raises no flag
 * in a joint view.
 */
export function flagsOf(file: CaseFile, now: Now, language: UiLanguage, personId: Id | null = null): Flag[] {
  const people = personId ? [personId] : peopleInOrder(file).map((person) => person.id);
  const all = [
    ...mayNotBelong(file, personId),
    ...hearingFlags(file, personId, now, language),
    ...people.flatMap((one) => unreached(file, one, now) ?? []),
    ...pregnancy(file, now),
    ...noReferralYet(file, personId, now),
    ...recordFlags(file, personId),
  ];
  return all
    .filter((one) => personId === null || one.people.length === 0 || one.people.includes(personId))
    .sort((a, b) => toneRank[a.tone] - toneRank[b.tone]);
}
