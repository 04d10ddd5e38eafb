/** Rules over one fear event as it is true of one person. Only answered facts trigger; "not asked yet" never does. */
import type { Id } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { asExactDay, comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { minutesOf } from '#shared/domain/time-of-day.ts';
import { sameLanguage } from '#shared/reference/languages.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { programmeVersionOn } from '#shared/reference/programme.ts';
import { type Hit, hit, type Why, why } from './finding.ts';
import { warningMinutes } from './return-warning.ts';
import { neededLanguage, questionCount, readsLanguage, understandsWell } from './understanding.ts';

export interface FearContext {
  readonly file: CaseFile;
  readonly event: FearEvent;
  /** The person the event is looked at for; null for an event about nobody known. */
  readonly person: Person | null;
}

/** Whether fear of Mexico was stated, by itself or when asked; null while that is not answered. */
export function fearStated(event: FearEvent): boolean | null {
  const stated = valueOf(event.statedFear);
  if (stated === undefined) return null;
  return stated === 'volunteered' || stated === 'whenAsked';
}

/**
 * Whether a USCIS interview is on record for the person: in this event or in another one that is not earlier (SR13).
 * `personId` null looks at this event only.
 */
export function interviewOnRecord(file: CaseFile, event: FearEvent, personId: Id | null): boolean {
  if (valueOf(event.interviewHeld) === 'yes') return true;
  if (personId === null) return false;
  return liveFacts(file, 'fearEvents').some((other) => {
    if (other.id === event.id || !other.about.includes(personId) || valueOf(other.interviewHeld) !== 'yes')
      return false;
    const [own, later] = [valueOf(event.date), valueOf(other.date)];
    return own === undefined || later === undefined || comparePartialDates(later, own) >= 0;
  });
}

/** Fear stated, screened by CBP itself, and no USCIS record: the pre-screen stood in the way (SR13). */
export function isPreempted(file: CaseFile, event: FearEvent, personId: Id | null): boolean {
  if (fearStated(event) !== true || valueOf(event.preScreened) !== 'yes') return false;
  const outcome = valueOf(event.preScreenOutcome);
  const notReferred = valueOf(event.referred) === 'no' || outcome === 'notReferred' || outcome === 'neverTold';
  return notReferred && outcome !== 'referred' && !interviewOnRecord(file, event, personId);
}

type Rule = (context: FearContext) => Hit | null;

const fearNotAsked: Rule = ({ event }) =>
  valueOf(event.officerAsked) === 'no' && valueOf(event.statedFear) === 'no'
    ? hit(['officerAsked', 'statedFear'], why('officerDidNotAsk'))
    : null;

const fearPrevented: Rule = ({ event }) => {
  if (valueOf(event.statedFear) === 'prevented') return hit(['statedFear'], why('stoppedBeforeStating'));
  const kept = valueOf(event.prevented) === 'yes' && fearStated(event) === false;
  return kept ? hit(['prevented', 'statedFear'], why('stoppedBeforeStating')) : null;
};

const fearDiscouraged: Rule = ({ event }) =>
  valueOf(event.prevented) === 'yes' && fearStated(event) === true
    ? hit(['prevented', 'statedFear'], why('discouraged'))
    : null;

const notToldOfRight: Rule = ({ event }) =>
  valueOf(event.toldOfRight) === 'no' ? hit(['toldOfRight'], why('notToldOfRight')) : null;

const noReferral: Rule = ({ file, event, person }) => {
  const refused = valueOf(event.referred) === 'no' && valueOf(event.preScreened) !== 'yes';
  if (!refused || fearStated(event) !== true || interviewOnRecord(file, event, person?.id ?? null)) return null;
  return hit(['statedFear', 'referred'], why('statedNotReferred'));
};

const prescreenPreempt: Rule = ({ file, event, person }) =>
  isPreempted(file, event, person?.id ?? null)
    ? hit(['statedFear', 'preScreened', 'preScreenOutcome', 'referred', 'interviewHeld'], why('preScreenedNoInterview'))
    : null;

const interviewNotHeld: Rule = ({ file, event, person }) => {
  const referred = valueOf(event.referred) === 'yes' || valueOf(event.preScreenOutcome) === 'referred';
  if (!referred || valueOf(event.interviewHeld) !== 'no') return null;
  return interviewOnRecord(file, event, person?.id ?? null)
    ? null
    : hit(['referred', 'interviewHeld'], why('referredNoInterview'));
};

const outcomeNotTold: Rule = ({ event }) =>
  valueOf(event.interviewHeld) === 'yes' && valueOf(event.interviewOutcome) === 'neverTold'
    ? hit(['interviewHeld', 'interviewOutcome'], why('outcomeNeverTold'))
    : null;

const counselDenied: Rule = ({ event }) =>
  valueOf(event.counselAllowed) === 'refused' ? hit(['counselAsked', 'counselAllowed'], why('counselRefused')) : null;

const preparationShort: Rule = ({ event }) => {
  const day = asExactDay(valueOf(event.interviewDate)) ?? asExactDay(valueOf(event.date));
  const hours = day ? programmeVersionOn(day)?.preparationHours : null;
  const minutes = valueOf(event.preparationMinutes);
  if (!hours || minutes === undefined || minutes >= hours * 60) return null;
  return hit(['preparationMinutes'], why('preparationShort', { minutes, hours }));
};

const noPrivacy: Rule = ({ event }) => {
  const whys: Why[] = [];
  const fields: string[] = [];
  if (valueOf(event.privateRoom) === 'no') {
    whys.push(why('notPrivate'));
    fields.push('privateRoom');
  }
  if (valueOf(event.childrenPresent) === 'yes') {
    whys.push(why('childrenPresent'));
    fields.push('childrenPresent');
  }
  return whys.length > 0 ? hit(fields, ...whys) : null;
};

function interpreterReasons({ event, person }: FearContext): { fields: string[]; whys: Why[] } {
  const fields: string[] = [];
  const whys: Why[] = [];
  const needed = neededLanguage(event, person);
  const used = valueOf(event.officerLanguage);
  const present = valueOf(event.interpreterPresent);
  const links = Object.values(event.interpreters);
  const understood = (tag: string) =>
    (needed !== null && sameLanguage(needed, tag)) || (person !== null && understandsWell(person, tag) === true);
  if (present === 'no' && needed && used && !understood(used)) {
    fields.push('interpreterPresent', 'officerLanguage', 'languageNeeded');
    whys.push(why('noInterpreter', { needed, used }));
  }
  const reachable = links.some((link) => understood(link.from) || understood(link.to));
  if (present === 'yes' && needed && links.length > 0 && !reachable) {
    fields.push('interpreters', 'languageNeeded');
    whys.push(why('wrongInterpreterLanguage', { needed, used: links[0]?.to ?? '' }));
  }
  if (links.some((link) => link.kind === 'family')) whys.push(why('familyInterpreted'));
  if (links.some((link) => link.kind === 'officer')) whys.push(why('officerInterpreted'));
  if (links.some((link) => ['poor', 'stopped'].includes(valueOf(link.quality) ?? ''))) whys.push(why('poorLine'));
  if (whys.length > 0 && !fields.includes('interpreters') && links.length > 0) fields.push('interpreters');
  return { fields, whys };
}

const interpretation: Rule = (context) => {
  const { fields, whys } = interpreterReasons(context);
  const count = questionCount(context.event);
  const understanding = valueOf(context.event.understanding);
  if (count.notUnderstood > 0) {
    fields.push('questions');
    whys.push(why('questionsNotUnderstood', { count: count.notUnderstood, of: count.recorded }));
  } else if (understanding === 'part' || understanding === 'none') {
    fields.push('understanding');
    whys.push(why(understanding === 'none' ? 'nothingUnderstood' : 'partUnderstood'));
  }
  return whys.length > 0 ? hit(fields, ...whys) : null;
};

const signedNotUnderstood: Rule = ({ event, person }) => {
  const whys = Object.values(event.signedPapers).flatMap((paper) => {
    const understood = valueOf(paper.understood);
    const what = paper.what.trim();
    if (understood === 'none' || understood === 'part')
      return [what === '' ? why('signedNotUnderstoodPlain') : why('signedNotUnderstood', { what })];
    const language = valueOf(paper.language);
    const unread = language !== undefined && person !== null && readsLanguage(person, language) === false;
    if (!unread || understood === 'all' || valueOf(paper.readBack) === 'yes') return [];
    return [what === '' ? why('signedNotReadPlain', { language }) : why('signedNotRead', { what, language })];
  });
  return whys.length > 0 ? hit(['signedPapers'], ...whys) : null;
};

const notesNotReadBack: Rule = ({ event }) => {
  const fields = (['notesReadBack', 'chanceToCorrect'] as const).filter((field) => valueOf(event[field]) === 'no');
  return fields.length > 0 ? hit(fields, ...fields.map((field) => why(`${field}No`))) : null;
};

const restraints: Rule = ({ event, person }) => {
  const rows = Object.values(event.restraints).filter((row) => person === null || row.personId === person.id);
  if (rows.length > 0)
    return hit(
      ['restraints'],
      ...rows.map((row) => why(`restrained_${row.kind}`)),
      ...(rows.some((row) => valueOf(row.childOrPregnant) === 'yes') ? [why('restrainedChildOrPregnant')] : []),
    );
  const all = Object.keys(event.restraints).length === 0 && valueOf(event.restrained) === 'yes';
  return all ? hit(['restrained'], why('restrainedNoDetail')) : null;
};

const biometricsShared: Rule = ({ event }) => {
  if (valueOf(event.sharedWithMexico) !== 'yes') return null;
  const positive = valueOf(event.interviewOutcome) === 'positive';
  return hit(['sharedWithMexico'], why(positive ? 'sharedAfterPositive' : 'sharedWithMexico'));
};

/** Nights over which custody lasted: as recorded, or one when hours from a start time pass midnight (SR34). */
export function nightsOf(record: {
  readonly nightsHeld: FearEvent['nightsHeld'];
  readonly heldFrom?: FearEvent['heldFrom'];
  readonly hoursHeld: FearEvent['hoursHeld'];
}): number | null {
  const nights = valueOf(record.nightsHeld);
  if (nights !== undefined) return nights;
  const from = record.heldFrom ? valueOf(record.heldFrom) : undefined;
  const hours = valueOf(record.hoursHeld);
  return from === undefined || hours === undefined ? null : Math.floor((minutesOf(from) + hours * 60) / 1440);
}

const heldOvernight: Rule = ({ event }) => {
  const nights = nightsOf(event);
  return nights !== null && nights >= 1 ? hit(['nightsHeld', 'hoursHeld'], why('nightsHeld', { count: nights })) : null;
};

/** Told of the return so short before it that there was no time to state fear or to prepare (SR17). */
const lateNotice: Rule = ({ event }) => {
  const minutes = warningMinutes(event);
  if (valueOf(event.returned) !== 'yes' || minutes === null || minutes >= practiceFigure('lateNoticeMinutes'))
    return null;
  return hit(['toldOfReturnTime', 'returnedTime'], why('toldLate', { count: minutes }));
};

const lostShelter: Rule = ({ event }) =>
  valueOf(event.lostShelter) === 'yes' ? hit(['lostShelter'], why('lostShelter')) : null;

const processedApart: Rule = ({ file, event, person }) => {
  if (valueOf(event.familyTogether) !== 'apart') return null;
  const separated = Object.values(file.separations).some(
    (one) => one.deleted === null && (person === null || one.people.includes(person.id)),
  );
  return separated ? null : hit(['familyTogether'], why('processedApart'));
};

/** Rules of a fear event by the type that they propose, in the order of the steps. */
export const fearRules: Readonly<Record<string, Rule>> = {
  'FEAR-NOT-ASKED': fearNotAsked,
  'FEAR-PREVENTED': fearPrevented,
  'FEAR-DISCOURAGED': fearDiscouraged,
  'NOT-TOLD-OF-RIGHT': notToldOfRight,
  'NO-REFERRAL': noReferral,
  'PRESCREEN-PREEMPT': prescreenPreempt,
  'INTERVIEW-NOT-HELD': interviewNotHeld,
  'OUTCOME-NOT-TOLD': outcomeNotTold,
  'COUNSEL-DENIED': counselDenied,
  'PREPARATION-SHORT': preparationShort,
  PRIVACY: noPrivacy,
  INTERPRETATION: interpretation,
  'SIGNED-NOT-UNDERSTOOD': signedNotUnderstood,
  'NOTES-NOT-READ-BACK': notesNotReadBack,
  RESTRAINTS: restraints,
  'BIOMETRICS-SHARED': biometricsShared,
  'HELD-OVERNIGHT': heldOvernight,
  'LATE-NOTICE': lateNotice,
  'LOST-SHELTER': lostShelter,
  'PROCESSED-APART': processedApart,
};
