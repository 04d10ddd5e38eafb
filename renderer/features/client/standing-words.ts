/** Words of a programme status and of a stage of representation in their lists. */
import { type PartialDate, valueOf } from '#shared/domain/base.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import type { ProgrammeStatus, Representation } from '#shared/domain/hearing.ts';
import type { Key, Vars } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';

type T = (key: Key, vars?: Vars) => string;

interface WordsInput {
  readonly people: readonly NamedPerson[];
  readonly language: UiLanguage;
  readonly t: T;
}

/** One of the two things of a client that change over time and stand in the head. */
export type Standing =
  | { readonly kind: 'programme'; readonly status: ProgrammeStatus['status'] }
  | { readonly kind: 'representation'; readonly status: Representation['status'] };
export type StandingKind = Standing['kind'];

export function standingName(t: T, standing: Standing): string {
  if (standing.kind === 'programme') return t(`standing.is.${standing.status}`);
  return t(`family.representationIs.${standing.status}`);
}

function between({ language, t }: WordsInput, from?: PartialDate | null, until?: PartialDate | null): string {
  const parts = [
    from ? t('standing.since', { from: formatPartialDate(from, language, 'table') }) : '',
    until ? t('standing.ended', { until: formatPartialDate(until, language, 'table') }) : '',
  ];
  return parts.filter(Boolean).join(' ');
}

/** Named only where it is not true of everybody. */
function aboutSome({ people, t }: WordsInput, about: readonly string[]): string {
  const names = people.filter((person) => about.includes(person.id)).map((person) => person.short);
  return names.length === 0 || names.length === people.length ? '' : t('client.aboutOnly', { names: names.join(', ') });
}

function joined(parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** "from 14 Aug 2019 until 2 Nov 2019 · version 1 · El Paso (Paso del Norte) → Ciudad Juárez". */
export function programmeDetail(input: WordsInput, one: ProgrammeStatus): string {
  const { language, t } = input;
  const version = valueOf(one.version);
  const places = [valueOf(one.portOfReturn), valueOf(one.cityOfReturn)]
    .map((place) => (place === undefined ? '' : formatPlace(place, language)))
    .filter(Boolean);
  return joined([
    between(input, valueOf(one.from), valueOf(one.until)),
    version && t(`client.versionShort.${version}`),
    places.join(' → '),
    one.note,
    aboutSome(input, one.about),
  ]);
}

/** "from 3 Sep 2019 · fear interview only". */
export function representationDetail(input: WordsInput, one: Representation): string {
  return joined([between(input, one.from, one.until), one.scope, aboutSome(input, one.about)]);
}
