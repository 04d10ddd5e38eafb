/** A fear event told from the account to what followed (domain.md §5.3). */
import type { Agency, FearEvent } from '#shared/domain/fear.ts';
import { both, phrase, same, type SentenceKey } from './sentences.ts';
import { answeredFields, known, needed, sayChoice, sayWords, type Teller } from './teller.ts';
import {
  atTimeParam,
  countParam,
  languageParam,
  oneVoice,
  placeParam,
  relativeText,
  timeParam,
  typedParam,
  whenParam,
} from './values.ts';

type Fear = Teller<FearEvent>;
const byOrder = (a: { order: number; id: string }, b: { order: number; id: string }): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);
const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function leadKey(fear: Fear): SentenceKey | null {
  const step = known(fear.fact.legalStep);
  if (step && step !== 'other') return `fear.step.${step}`;
  if (placeParam(known(fear.fact.place))) return 'fear.atPlace';
  if (whenParam(known(fear.fact.date))) return 'fear.date';
  return known(fear.fact.startTime) ? 'fear.time' : null;
}

/** When, where, at which step and by which medium. */
export function sayWhenWhere(fear: Fear): void {
  const { date, startTime, place, endTime } = fear.fact;
  const key = leadKey(fear);
  const fields = answeredFields(fear.fact, ['date', 'startTime', 'place', 'legalStep']);
  const params = {
    when: whenParam(known(date)),
    atTime: atTimeParam(known(startTime)),
    place: placeParam(known(place)),
  };
  if (key) fear.say(key, fields, params);
  sayChoice(fear, 'medium', (value) => `fear.medium.${value}` as SentenceKey);
  const hours = known(fear.fact.hoursInCustodyBefore);
  if (hours) fear.say('fear.custodyBefore', ['hoursInCustodyBefore'], { hours: countParam(hours, 'hour') });
  if (known(endTime)) fear.say('fear.ended', ['endTime'], { atTime: atTimeParam(known(endTime)) });
}

export function agencyKey(agency: Agency): SentenceKey {
  return `officer.${agency}`;
}

/** The officers as far as they were seen; "la migra, not clear which" is said in those words. */
export function sayOfficers(fear: Fear): void {
  for (const officer of Object.values(fear.fact.officers).sort(byId)) {
    const at = `officers.${officer.id}`;
    const details = answeredFields(officer, ['agency', 'unit', 'role', 'name', 'badge', 'uniform']);
    if (details.length === 0 && officer.description.trim() === '') continue;
    const agency = known(officer.agency);
    if (agency) fear.say('officer.dealt', [`${at}.agency`], { officer: phrase(agencyKey(agency), oneVoice) });
    else if (officer.agency.status === 'notAsked') {
      const gap = needed(officer.agency, () => undefined, { path: fear.path(`${at}.agency`), label: 'gap.agency' });
      fear.say(
        'officer.dealtGap',
        details.map((name) => `${at}.${name}`),
        { agency: gap },
      );
    } else
      fear.say(
        'officer.dealtPlain',
        details.map((name) => `${at}.${name}`),
      );
    for (const name of ['unit', 'role', 'name', 'badge', 'uniform'] as const) {
      const value = typedParam(known(officer[name]));
      if (value) fear.say(`officer.${name}`, [`${at}.${name}`], { [name]: value });
    }
    const description = typedParam(officer.description);
    if (description) fear.say('officer.description', [`${at}.description`], { description });
  }
  const { othersPresent, witnesses } = fear.fact;
  if (known(othersPresent)) fear.say('fear.others', ['othersPresent'], { who: typedParam(known(othersPresent)) });
  sayChoice(fear, 'childrenPresent', (value) => `fear.children.${value}` as SentenceKey);
  if (known(witnesses)) fear.say('fear.witnesses', ['witnesses'], { who: typedParam(known(witnesses)) });
}

function sayQuestions(fear: Fear): void {
  const questions = Object.values(fear.fact.questions);
  const count = (value: string) => questions.filter((question) => question.understood === value).length;
  const [no, part, yes] = [count('no'), count('part'), count('yes')];
  const total = both((side) =>
    side === 'en'
      ? `${questions.length} question${questions.length === 1 ? '' : 's'}`
      : `${questions.length} pregunta${questions.length === 1 ? '' : 's'}`,
  );
  const partly = part > 0 ? same(String(part)) : undefined;
  const key = no > 0 ? 'questions.notUnderstood' : part > 0 ? 'questions.part' : 'questions.all';
  const isSaid = no + part > 0 || (yes > 0 && yes === questions.length);
  if (isSaid) fear.say(key, ['questions'], { total, no: same(String(no)), part: partly });
}

/** Languages, the relay of interpreters in order, and what was understood (SR7). */
export function sayLanguage(fear: Fear): void {
  const { officerLanguage, languageNeeded, interpreters } = fear.fact;
  if (known(officerLanguage))
    fear.say('fear.officerLanguage', ['officerLanguage'], { language: languageParam(known(officerLanguage)) });
  if (known(languageNeeded))
    fear.say('fear.languageNeeded', ['languageNeeded'], { language: languageParam(known(languageNeeded)) });
  const relay = Object.values(interpreters).sort(byOrder);
  if (relay.length === 0) sayChoice(fear, 'interpreterPresent', (value) => `interpreter.${value}` as SentenceKey);
  for (const link of relay) {
    const at = `interpreters.${link.id}`;
    const params = { who: typedParam(link.who), from: languageParam(link.from), to: languageParam(link.to) };
    fear.say(`interpreter.${link.kind}`, [at], params, oneVoice);
    const quality = known(link.quality);
    if (quality) fear.say(`interpreter.quality.${quality}`, [`${at}.quality`]);
  }
  sayQuestions(fear);
  sayChoice(fear, 'understanding', (value) => `understood.${value}` as SentenceKey);
}

/** Whether the right to speak was told, the officer asked, and in which words. */
export function sayAsked(fear: Fear): void {
  const { toldOfRight, toldOfRightLanguage } = fear.fact;
  const fields = answeredFields(fear.fact, ['toldOfRight', 'toldOfRightLanguage']);
  const told = known(toldOfRight);
  if (told) {
    const language = languageParam(known(toldOfRightLanguage));
    fear.say(`right.${told}`, told === 'yes' ? fields : ['toldOfRight'], { language });
  }
  sayChoice(fear, 'officerAsked', (value) => `asked.${value}` as SentenceKey);
  sayWords(fear, 'askedWords', 'asked.words');
}

/** What the declarant said, or why nothing was said, and what the officer answered. */
export function saySaid(fear: Fear): void {
  sayChoice(fear, 'statedFear', (value) => `said.${value}` as SentenceKey);
  sayWords(fear, 'fearWords', 'said.words');
  if (known(fear.fact.heardBy)) fear.say('said.heardBy', ['heardBy'], { who: typedParam(known(fear.fact.heardBy)) });
  const reasons = (known(fear.fact.silenceReasons) ?? []).filter((reason) => reason !== 'other');
  if (reasons.length > 0) {
    const voice = fear.voice(['silenceReasons']);
    const words = both((side) =>
      reasons
        .map((reason) => phrase(`silence.${reason}`, voice))
        .map((text) => (text.kind === 'text' ? text[side] : ''))
        .join(side === 'en' ? ' and because ' : ' y porque '),
    );
    fear.say('silence.because', ['silenceReasons'], { reasons: words });
  }
  sayWords(fear, 'silenceNote', 'silence.note');
  sayWords(fear, 'vulnerabilitiesTold', 'vulnerabilities.told');
  sayChoice(fear, 'documentsOffered', (value) => `offered.${value}` as SentenceKey);
  sayWords(fear, 'officerResponse', 'officer.response');
  sayChoice(fear, 'prevented', (value) => `prevented.${value}` as SentenceKey);
}

/** Restraints, biometrics, counsel. Restraints of relatives are told by their name. */
export function sayDone(fear: Fear): void {
  const { told, fact } = fear;
  const restraints = Object.values(fact.restraints)
    .filter((one) => fact.about.includes(one.personId))
    .sort(byId);
  if (restraints.length === 0) sayChoice(fear, 'restrained', (value) => `restrained.${value}` as SentenceKey);
  for (const one of restraints) {
    const at = `restraints.${one.id}`;
    const isSpeaker = one.personId === told.speakerId;
    const name = (side: 'en' | 'es') => relativeText(told.file, told.speakerId, one.personId, side) ?? '';
    const params = {
      person: isSpeaker || name('en') === '' ? undefined : both(name),
      kind: phrase(`restraint.kind.${one.kind}`, oneVoice),
      during: one.during === 'other' ? undefined : phrase(`restraint.during.${one.during}`, oneVoice),
      from: timeParam(known(one.from)),
      until: timeParam(known(one.until)),
    };
    fear.say(isSpeaker ? 'restraint.me' : 'restraint.person', [at], params);
    const reason = typedParam(known(one.reasonGiven));
    if (reason) fear.say('restraint.reason', [`${at}.reasonGiven`], { reason });
  }
  sayChoice(fear, 'biometricsTaken', (value) => `biometrics.${value}` as SentenceKey);
  sayChoice(fear, 'toldOfSharing', (value) => `sharing.told.${value}` as SentenceKey);
  sayChoice(fear, 'sharedWithMexico', (value) => `sharing.${value}` as SentenceKey);
  sayChoice(fear, 'counselAsked', (value) => `counsel.asked.${value}` as SentenceKey);
  sayChoice(fear, 'counselAllowed', (value) => (value === 'notNeeded' ? null : (`counsel.${value}` as SentenceKey)));
  const { counselMinutes, preparationMinutes } = fact;
  if (known(counselMinutes) !== undefined)
    fear.say('counsel.minutes', ['counselMinutes'], { minutes: countParam(known(counselMinutes), 'minute') });
  sayChoice(fear, 'counselPrivate', (value) => `counsel.private.${value}` as SentenceKey);
  if (known(preparationMinutes) !== undefined)
    fear.say('preparation', ['preparationMinutes'], { minutes: countParam(known(preparationMinutes), 'minute') });
  sayChoice(fear, 'privateRoom', (value) => `privateRoom.${value}` as SentenceKey);
}

/** Papers signed there, in which language, and whether notes were read back. */
export function saySigned(fear: Fear): void {
  for (const paper of Object.values(fear.fact.signedPapers).sort(byId)) {
    const at = `signedPapers.${paper.id}`;
    const language = needed(paper.language, languageParam, {
      path: fear.path(`${at}.language`),
      label: 'gap.signedLanguage',
    });
    fear.say(language ? 'signed.paper' : 'signed.paperPlain', [`${at}.what`, `${at}.language`], {
      what: typedParam(paper.what),
      language,
    });
    const answers = [
      ['understood', 'paper.understood', paper.understood],
      ['readBack', 'signed.readBack', paper.readBack],
      ['copyGiven', 'paper.copy', paper.copyGiven],
      ['forced', 'signed.forced', paper.forced],
    ] as const;
    for (const [field, stem, answer] of answers)
      if (answer.status === 'answered') fear.say(`${stem}.${answer.value}` as SentenceKey, [`${at}.${field}`]);
  }
  sayChoice(fear, 'notesReadBack', (value) => `notes.readBack.${value}` as SentenceKey);
  sayChoice(fear, 'chanceToCorrect', (value) => `notes.correct.${value}` as SentenceKey);
}
