/** The words of a client's head, from the facts of the case. Pure: the moment and the texts are given. */
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts, visibleFacts } from '#shared/domain/people.ts';
import {
  clientZone,
  hearingClocks,
  lastContact,
  nextHearing,
  wholeDaysSince,
} from '#shared/deadlines/hearing-clock.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { cityAcross, placeShort } from '#shared/reference/places.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { apartNow } from '#shared/rules/separations.ts';
import { programmeFrom, representationFrom, standingOf } from '#shared/rules/standing.ts';
import { foldText } from '#shared/search/fold.ts';
import type { Now } from '#shared/rules/flags.ts';
import type { Key, Vars } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { clockName } from '#renderer/record/zone-city.ts';

export interface HeadInput {
  readonly file: CaseFile;
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson | undefined;
  readonly now: Now;
  readonly language: UiLanguage;
  readonly t: (key: Key, vars?: Vars) => string;
}

/** Facts about the person; those of the whole case while nobody is shown. */
function ofPerson<T extends { readonly about: readonly Id[] }>(facts: readonly T[], personId: Id | undefined): T[] {
  return facts.filter((fact) => personId === undefined || fact.about.includes(personId));
}

/** "Mam · some Spanish · does not read". */
export function languageWords({ person, language, t }: HeadInput): string {
  if (person === undefined) return '';
  const skills = Object.values(person.person.languages)
    .filter((skill) => skill.speaks !== 'no')
    .sort((a, b) => Number(b.best) - Number(a.best) || Number(b.speaks === 'well') - Number(a.speaks === 'well'));
  const names = skills.map((skill) => {
    const name = languageLabel(skill.tag, language);
    return skill.speaks === 'some' ? t('client.speaksSome', { language: name }) : name;
  });
  const reads = valueOf(person.person.canRead);
  if (reads === 'no') names.push(t('client.readsNot'));
  if (reads === 'some') names.push(t('client.readsSome'));
  return names.join(' · ');
}

export function representationWords({ file, person, t }: HeadInput): string | null {
  const fact = standingOf(ofPerson(liveFacts(file, 'representation'), person?.id), representationFrom);
  return fact === undefined ? null : t(`family.representationIs.${fact.status}`);
}

export function programmeWords({ file, person, language, t }: HeadInput): string | null {
  const fact = standingOf(ofPerson(liveFacts(file, 'programme'), person?.id), programmeFrom);
  if (fact === undefined) return null;
  const version = valueOf(fact.version);
  const until = valueOf(fact.until);
  if (fact.status === 'in' && version !== undefined) {
    return t('client.inMpp', { version: t(`client.versionShort.${version}`) });
  }
  if (fact.status === 'paroled') {
    return until === undefined
      ? t('client.programme.paroledNoDate')
      : t('client.programme.paroled', { date: formatPartialDate(until, language, 'table') });
  }
  return t(`client.programme.${fact.status}`);
}

/** Where the person is, with the place to stay that has not ended. */
export function placeWords({ file, person, language, t }: HeadInput): string {
  const place = person === undefined ? undefined : valueOf(person.person.placeNow);
  const shown = place === undefined ? '' : formatPlace(place, language);
  const stay = visibleFacts(file, 'stays', person?.id ?? null)
    .filter((one) => one.until.status !== 'answered' && ['stillThere', undefined].includes(valueOf(one.endCause)))
    .sort((a, b) => comparePartialDates(valueOf(b.from), valueOf(a.from)))[0];
  const from = stay === undefined ? undefined : valueOf(stay.from);
  if (stay === undefined || from === undefined) return shown || t('client.placeUnknown');
  const stayPlace = valueOf(stay.place);
  const where = shown || (stayPlace === undefined ? t('client.placeUnknown') : formatPlace(stayPlace, language));
  const kind = t(`stay.kind.${stay.kind}`).toLocaleLowerCase(language);
  const since = { place: where, date: formatPartialDate(from, language, 'table') };
  // "Albergue La Estrella, …" says already that it is a shelter.
  const isSaid = foldText(where).includes(foldText(kind));
  return isSaid ? t('client.placeSinceOnly', since) : t('client.placeSince', { ...since, kind });
}

/** "26 Nov 04:30 · 08:30 El Paso" here, "04:30 · 08:30 Ciudad Juárez" where the client waits; null without a hearing. */
export function nextHearingWords(input: HeadInput): { readonly here: string; readonly there: string } | null {
  const { file, person, now, language } = input;
  const hearing = nextHearing(file, person?.id ?? null, now.today);
  const date = hearing === null ? undefined : valueOf(hearing.date);
  if (hearing === null || date === undefined) return null;
  const clocks = hearingClocks(hearing, clientZone(file, person?.id ?? null, hearing));
  const day = formatPartialDate(date, language, 'table');
  const times = [valueOf(hearing.reportTime), valueOf(hearing.time)].filter((time) => time !== undefined);
  const placeCode = valueOf(hearing.hearingPlace)?.code ?? valueOf(hearing.portToReport)?.code ?? null;
  const zone = clocks.hearing?.here.zone ?? clocks.report?.here.zone;
  const where =
    placeCode === null ? (zone === undefined ? '' : clockName(zone, language, [])) : placeShort(placeCode, language);
  const here = [day, [times.join(' · '), where].filter(Boolean).join(' ')].join(' ').trim();
  const port = valueOf(hearing.portToReport)?.code;
  const across = port ? cityAcross(port)?.code : null;
  const other = clocks.hearing ?? clocks.report;
  if (other === null || other.here.zone === other.there.zone) return { here, there: '' };
  const thereTimes = [clocks.report?.there.time, clocks.hearing?.there.time].filter((time) => time !== undefined);
  return { here, there: `${thereTimes.join(' · ')} ${clockName(other.there.zone, language, [across])}` };
}

/** How long nobody has reached the person, and by which way they last were. */
export function contactWords({ file, person, now, t }: HeadInput): { readonly text: string; readonly isLate: boolean } {
  const last = lastContact(file, person?.id ?? null);
  if (last === null) return { text: t('contact.never'), isLate: false };
  const days = wholeDaysSince(last, now.instant);
  const when = days < 1 ? t('contact.today') : t('contact.daysAgo', { count: days });
  const attempt = visibleFacts(file, 'attempts', person?.id ?? null).find(
    (one) => one.at === last && one.result === 'answered',
  );
  const channel = attempt?.channelId ? file.channels[attempt.channelId] : undefined;
  const isLate = days >= practiceFigure('unreachedDays');
  if (channel === undefined) return { text: when, isLate };
  return { text: t('client.lastContactBy', { when, channel: t(`contact.kind.${channel.kind}`) }), isLate };
}

/** "3 people · sister apart". */
export function familyWords({ file, people, t }: HeadInput): string {
  const count = t('client.familyCount', { count: people.length });
  const apart = apartNow(file);
  const names = people.filter((one) => apart.has(one.id)).map((one) => one.short);
  return names.length === 0 ? count : `${count} · ${t('client.familyApart', { names: names.join(', ') })}`;
}
