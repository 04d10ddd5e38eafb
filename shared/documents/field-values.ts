/** Values of the template fields from case, office and draft, worded for the language of the document. */
import { type BothClocks, inZone } from '#shared/deadlines/clock.ts';
import { clientZone, hearingClocks, hearingZone, isEarlyReport, reportZone } from '#shared/deadlines/hearing-clock.ts';
import type { Place } from '#shared/domain/base.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { ReadBack } from '#shared/domain/draft.ts';
import {
  type ANumberStyle,
  formatANumber,
  formatName,
  formatPartialDate,
  formatTime,
  formatWeekday,
  upperFirst,
} from '#shared/domain/format.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import type { Member } from '#shared/domain/office.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import type { Person } from '#shared/domain/person.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { cityAcross, placeByCode, placeInSentence, placeLabel, placeShort } from '#shared/reference/places.ts';
import { known } from './build/teller.ts';
import { clientOf, type DocumentContext, hearingOf, lastReadBack, memberOf, readsWell } from './context.ts';
import { needsReadBack, signedTag } from './read-back.ts';
import { courtEntry, courtName, courtOf, respondentsOf } from './court.ts';
import { type FieldName, type FieldValues, isFieldName, itemKey, itemName } from './notation/fields.ts';

type Texts = Partial<Record<FieldName, string>>;
type Lists = Partial<Record<FieldName, Record<string, string>[]>>;

const noneYet: Readonly<Record<TextLanguage, string>> = {
  en: '(none yet)',
  es: '(todavía no tiene)',
  pt: '(ainda não tem)',
  ht: '(poko genyen)',
};
const roleNames: Readonly<Record<Member['role'], Readonly<Record<'en' | 'es', string>>>> = {
  attorney: { en: 'an attorney', es: 'abogada o abogado' },
  accreditedRepresentative: { en: 'an accredited representative', es: 'representante acreditada o acreditado' },
  paralegal: { en: 'a paralegal', es: 'asistente legal' },
  advocate: { en: 'an advocate', es: 'defensora o defensor' },
  intakeVolunteer: { en: 'a volunteer', es: 'voluntaria o voluntario' },
};

function two(language: TextLanguage): 'en' | 'es' {
  return language === 'en' ? 'en' : 'es';
}

function aNumberOf(person: Person, language: TextLanguage, style: ANumberStyle = 'plain'): string {
  const number = Object.values(person.aNumbers).find((one) => !one.replaced);
  if (number) return formatANumber(number.digits, style);
  return person.aNumberState === 'none' ? noneYet[language] : '';
}

function clientTexts(person: Person | null, language: TextLanguage): Texts {
  if (!person) return {};
  const best = Object.values(person.languages).find((skill) => skill.best) ?? Object.values(person.languages)[0];
  const birth = known(person.birth.date);
  const name = formatName(person);
  const reads = known(person.canRead);
  return {
    'client.fullName': name,
    'client.nameCaps': name.toUpperCase(),
    'client.aNumber': aNumberOf(person, language),
    'client.birthDate': birth ? formatPartialDate(birth, language) : '',
    'client.language': best ? languageLabel(best.tag, language) : '',
    'client.readsEnglish': readsWell(person, 'en') ? 'yes' : 'no',
    'client.reads': reads === undefined ? '' : reads === 'no' ? 'no' : 'yes',
  };
}

/** "Wednesday, May 15, 2019" · "miércoles 15 de mayo de 2019"; an inexact date as it is known. */
function longDate(day: string, language: TextLanguage): string {
  const date = formatPartialDate({ value: day, precision: 'day' }, language);
  return `${formatWeekday(day, language)}${language === 'en' || language === 'pt' ? ',' : ''} ${date}`;
}

function placeText(place: Place | undefined, language: TextLanguage): string {
  if (!place) return '';
  if (!place.code) return place.text.trim();
  return language === 'en' || language === 'es'
    ? placeInSentence(place.code, language)
    : placeLabel(place.code, language);
}

/** City whose clock a time is on: a name of the reference, never what was typed (a shelter may stand there). */
function clockCity(code: string | null | undefined, language: TextLanguage): string {
  if (!code || !placeByCode(code)) return '';
  return placeShort(code, language).replace(/\s*\(.*\)$/, '');
}

/** Code of the city in Mexico whose clock the person lives by: where they are, else across from the port. */
function mexicoCode(hearing: Hearing, person: Person | null): string | undefined {
  const now = person ? known(person.placeNow)?.code : null;
  if (now && placeByCode(now)?.country === 'MX') return now;
  const port = known(hearing.portToReport)?.code;
  return port ? cityAcross(port)?.code : undefined;
}

/** The cities of both clocks; two of one name (Nogales) are told apart by their state. */
function clockCities(us: string | null | undefined, mexico: string | undefined, language: TextLanguage) {
  const [here, there] = [clockCity(us, language), clockCity(mexico, language)];
  if (here !== there || here === '') return { us: here, mexico: there };
  const withState = (city: string, code: string | null | undefined): string =>
    [city, code ? placeByCode(code)?.state : undefined].filter(Boolean).join(', ');
  return { us: withState(here, us), mexico: withState(there, mexico) };
}

function otherSide(clocks: BothClocks | null, language: TextLanguage): { date: string; time: string } {
  if (!clocks) return { date: '', time: '' };
  return { date: longDate(clocks.there.date, language), time: formatTime(clocks.there.time, language) };
}

/** Hearing and report times on both clocks; the hour of the hearing also on the clock of the port. */
function hearingTexts(context: DocumentContext, hearing: Hearing | null, language: TextLanguage): Texts {
  if (!hearing) return {};
  const { file, draft } = context;
  const person = clientOf(context);
  const clocks = hearingClocks(hearing, clientZone(file, draft.about[0] ?? null, hearing));
  const [zone, portZone] = [hearingZone(hearing), reportZone(hearing) ?? hearingZone(hearing)];
  const day = asExactDay(known(hearing.date));
  const date = known(hearing.date);
  const [time, reportTime] = [known(hearing.time), known(hearing.reportTime)];
  const shownDate = day ? longDate(day, language) : date ? formatPartialDate(date, language) : '';
  const atPort = day && time && zone && portZone ? inZone({ date: day, time, zone }, portZone) : null;
  const [mexicoHearing, mexicoReport] = [otherSide(clocks.hearing, language), otherSide(clocks.report, language)];
  const place = known(hearing.hearingPlace);
  const port = placeText(known(hearing.portToReport), language);
  const cities = clockCities(known(hearing.portToReport)?.code, mexicoCode(hearing, person), language);
  return {
    'hearing.date': shownDate,
    'hearing.time': time ? formatTime(time, language) : '',
    'hearing.place': placeText(place, language),
    'hearing.usClock': clockCity(place?.code, language),
    'hearing.portTime': atPort ? formatTime(atPort.time, language) : time ? formatTime(time, language) : '',
    'hearing.clock': atPort && time && atPort.time !== time ? 'other' : 'same',
    'hearing.mexicoDate': mexicoHearing.date,
    'hearing.mexicoTime': mexicoHearing.time,
    'hearing.kind': known(hearing.kind) ?? '',
    'report.date': shownDate,
    'report.time': reportTime ? formatTime(reportTime, language) : '',
    'report.mexicoDate': mexicoReport.date,
    'report.mexicoTime': mexicoReport.time,
    'report.usClock': cities.us,
    'report.mexicoClock': cities.mexico,
    'report.port': port,
    // As a line of its own it begins with a capital.
    'report.portLine': upperFirst(port),
    'judge.name': known(hearing.judge) ?? '',
  };
}

function courtTexts(context: DocumentContext, language: TextLanguage): Texts {
  const court = courtOf(context);
  const entry = courtEntry(court);
  return {
    'court.name': entry ? placeLabel(entry.code, language) : court,
    'court.cityState': (entry ? (entry.city ?? entry.name.en) : court).toUpperCase(),
  };
}

function officeTexts(context: DocumentContext, language: TextLanguage): Texts {
  const { office } = context;
  const member = memberOf(context);
  return {
    'office.name': office?.name ?? '',
    'office.phone': office?.phone ?? '',
    'office.email': office?.email ?? '',
    'member.name': member?.name ?? '',
    'member.nameCaps': (member?.name ?? '').toUpperCase(),
    'member.role': member ? roleNames[member.role][two(language)] : '',
    'member.practitioner': member ? (isPractitioner(member.role) ? 'yes' : 'no') : '',
    'member.barNumber': member?.barNumber ?? '',
    'member.barState': member?.barState ?? '',
    'member.eoirId': member?.eoirId ?? '',
  };
}

function readBackTexts(context: DocumentContext, language: TextLanguage): Texts {
  const person = clientOf(context);
  const readBack = lastReadBack(context.draft);
  const isDone = readBack?.endedAt !== undefined && readBack?.endedAt !== null;
  const needed = person !== null && needsReadBack(context.draft, person);
  return {
    'readBack.language': readBack ? languageLabel(readBack.language, language) : '',
    'readBack.state': isDone ? 'done' : needed ? 'notDone' : 'notNeeded',
  };
}

/** What certificates and statements say of a read-back; the newest one stands in the document itself. */
export function readingTexts(readBack: ReadBack, language: TextLanguage): Texts {
  return {
    'readBack.language': languageLabel(readBack.language, language),
    'readBack.medium': readBack.medium,
    'reader.name': readBack.reader?.name.trim() ?? '',
  };
}

/** Values of one interpreter of the relay, for the own certificate of each. */
export function interpreterTexts(readBack: ReadBack, index: number, language: TextLanguage): Texts {
  const link = readBack.relay[index];
  if (!link) return {};
  return {
    ...readingTexts(readBack, language),
    'interpreter.name': link.name,
    'interpreter.address': link.address,
    'interpreter.phone': link.phone,
    'interpreter.from': languageLabel(link.from, language),
    'interpreter.to': languageLabel(link.to, language),
    'interpreter.competence': link.competence,
    'interpreter.role': readBack.relay.length > 1 ? 'relay' : 'only',
  };
}

const languageFields: ReadonlySet<string> = new Set([
  'translator.from',
  'interpreter.from',
  'interpreter.to',
  'readBack.language',
  'document.language',
  'client.language',
]);

/** Fields typed for this document alone go before what case and office say; language tags print as names. */
function typedTexts({ draft }: DocumentContext, language: TextLanguage): Texts {
  const typed = Object.entries(draft.fields).filter(([name, value]) => isFieldName(name) && value.trim() !== '');
  return Object.fromEntries(
    typed.map(([name, value]) => [name, languageFields.has(name) ? languageLabel(value, language) : value.trim()]),
  );
}

/** Papers that a certificate of translation is for: the declaration it is attached to, else those typed, one a line. */
function translatedDocuments({ draft }: DocumentContext): Record<string, string>[] {
  const typed = (draft.fields['translator.documents'] ?? '').split('\n');
  const titles = draft.templateId === 'declaration' ? [draft.title] : typed;
  return titles.filter((title) => title.trim() !== '').map((title) => ({ title: title.trim() }));
}

function lists(context: DocumentContext, language: TextLanguage): Lists {
  const { office, draft } = context;
  const respondents = respondentsOf(context)
    .filter((person) => courtName(person) !== '')
    .map((person) => ({
      [itemKey]: person.id,
      [itemName]: formatName(person),
      fullName: courtName(person),
      aNumber: aNumberOf(person, language, 'court'),
    }));
  const notices = [
    ...(draft.fields['filing.detained'] === 'yes' ? ['DETAINED'] : []),
    ...(draft.fields['filing.joint'] === 'yes' ? ['JOINT MOTION'] : []),
  ];
  return {
    respondents,
    'office.address': (office?.address ?? []).filter((line) => line.trim() !== '').map((line) => ({ line })),
    'filing.notices': notices.map((text) => ({ text })),
    'translator.documents': translatedDocuments(context),
  };
}

/** A certificate made alone is about another document, whose title is typed. */
function isCertificate(templateId: string): boolean {
  return templateId.startsWith('certificate-');
}

/** All values of a document in one language; what is not known is absent or empty. */
export function fieldValues(context: DocumentContext, language: TextLanguage): FieldValues {
  const { draft } = context;
  const values = lists(context, language);
  return {
    texts: {
      ...clientTexts(clientOf(context), language),
      ...courtTexts(context, language),
      ...hearingTexts(context, hearingOf(context), language),
      ...officeTexts(context, language),
      ...readBackTexts(context, language),
      'case.respondents': (values.respondents?.length ?? 0) > 1 ? 'many' : 'one',
      'document.title': isCertificate(draft.templateId) ? '' : draft.title,
      'document.language': isCertificate(draft.templateId) ? '' : languageLabel(signedTag(draft), language),
      'interpreter.role': 'only',
      'document.titleCaps': draft.title.toUpperCase(),
      'filing.titleCaps': (draft.fields['filing.title'] ?? '').toUpperCase(),
      'translator.variant': 'court',
      ...typedTexts(context, language),
    },
    lists: values,
  };
}

/** The chosen hearing asks to be at the port before 6 a.m.: the letter's maker is warned. */
export function reportsEarly(context: DocumentContext): boolean {
  const hearing = hearingOf(context);
  const time = hearing ? known(hearing.reportTime) : undefined;
  return time !== undefined && isEarlyReport(time);
}
