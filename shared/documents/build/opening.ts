/** First paragraphs of a declaration: who I am and who my family is. */
import type { Answer, Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import { allNames, formatName, mainName } from '#shared/domain/format.ts';

import { relativesOf } from '#shared/domain/people.ts';
import type { Person } from '#shared/domain/person.ts';
import { countryLabel } from '#shared/reference/countries.ts';

import {
  both,
  joinSentences,
  listed,
  type Params,
  renderSentence,
  same,
  type SentenceKey,
  type Voice,
} from './sentences.ts';
import { known, type Sentence } from './teller.ts';
import {
  cityParam,
  dateParam,
  genderOf,
  languageParam,
  languagesParam,
  placeParam,
  relativeText,
  whenParam,
} from './values.ts';

type Say = (key: SentenceKey, fields: readonly string[], params?: Params, voice?: Voice) => void;

function personTeller(person: Person): { sentences: Sentence[]; say: Say } {
  const sentences: Sentence[] = [];
  const gender = genderOf(person);
  const say: Say = (key, fields, params = {}, voice = { plural: false, gender }) => {
    const [en, es] = [renderSentence(key, params, voice, 'en'), renderSentence(key, params, voice, 'es')];
    const refs = fields.map((field): FactRef => ({ collection: 'people', id: person.id, field }));
    if (en && es) sentences.push({ en, es, refs });
  };
  return { sentences, say };
}

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1);

function sayNames(person: Person, say: Say): void {
  const name = mainName(person);
  if (!name) return;
  say('open.name', [`names.${name.id}`], { name: same(formatName(person)) });
  const others = allNames(person).slice(1);
  const fields = Object.values(person.names)
    .filter((other) => other.id !== name.id)
    .sort(byId)
    .map((other) => `names.${other.id}`);
  if (others.length > 0) say('open.alias', fields, { names: both((side) => listed(others, side)) });
}

function sayBirth(person: Person, say: Say): void {
  const { date, place, country } = person.birth;
  const when = whenParam(known(date));
  const where =
    placeParam(known(place)) ?? (known(country) ? both((side) => countryLabel(known(country) ?? '', side)) : undefined);
  const answered = (name: string, answer: Answer<unknown>) => (answer.status === 'answered' ? [`birth.${name}`] : []);
  const fields = [...answered('date', date), ...answered('place', place), ...answered('country', country)];
  if (when || where) say('open.born', fields, { when, place: where });
}

function sayNationality(person: Person, say: Say): void {
  const countries = Object.values(person.nationalities).sort(byId);
  if (countries.length === 0) return;
  const key = genderOf(person) === null ? 'open.citizenNeutral' : 'open.citizen';
  const fields = countries.map((country) => `nationalities.${country.id}`);
  say(key, fields, {
    countries: both((side) =>
      listed(
        countries.map(({ country }) => countryLabel(country, side)),
        side,
      ),
    ),
  });
}

function sayLanguages(person: Person, say: Say): void {
  const skills = Object.values(person.languages).sort(byId);
  const best = skills.find((skill) => skill.best);
  if (best) say('open.bestLanguage', [`languages.${best.id}`], { language: languageParam(best.tag) });
  for (const [key, level] of [
    ['open.otherLanguages', 'well'],
    ['open.someLanguages', 'some'],
  ] as const) {
    const found = skills.filter((skill) => skill !== best && skill.speaks === level);
    const fields = found.map((skill) => `languages.${skill.id}`);
    say(key, fields, { languages: languagesParam(found.map((skill) => skill.tag)) });
  }
  const read = known(person.canRead);
  if (read === 'no' || read === 'some') say(`open.read.${read}`, ['canRead']);
}

/** Who the declarant is. A pregnancy whose due date has passed on `today` (YYYY-MM-DD) is not stated as present. */
export function openingSentences(person: Person, today: string): Sentence[] {
  const { sentences, say } = personTeller(person);
  sayNames(person, say);
  sayBirth(person, say);
  sayNationality(person, say);
  sayLanguages(person, say);
  const due = known(person.dueDate);
  const isOver = due !== undefined && due.value !== '' && due.value < today.slice(0, due.value.length);
  if (known(person.pregnant) === 'yes' && !isOver) {
    say('open.pregnant', due ? ['pregnant', 'dueDate'] : ['pregnant'], { due: dateParam(due, false) });
  }
  const place = cityParam(known(person.placeNow));
  if (place) say('open.placeNow', ['placeNow'], { place });
  return sentences;
}

/** Relatives in the case with their birth dates as known; empty without recorded relations. */
export function familySentences(file: CaseFile, speakerId: Id): Sentence[] {
  const person = file.people[speakerId];
  if (!person) return [];
  const relatives = relativesOf(file, speakerId).filter((one) => relativeText(file, speakerId, one.person.id, 'en'));
  if (relatives.length === 0) return [];
  const text = both((side) =>
    listed(
      relatives.map((relative) => {
        const birth = known(relative.person.birth.date);
        const name = relativeText(file, speakerId, relative.person.id, side) ?? '';
        const inlines = renderSentence(
          'kin.bornPlain',
          { person: same(name), when: whenParam(birth), bornDate: dateParam(birth, false) },
          { plural: false, gender: null },
          side,
        );
        const joined = joinSentences(inlines ? [inlines] : []).map((one) => (one.type === 'text' ? one.text : ''));
        return name.charAt(0) + joined.join('').slice(1);
      }),
      side,
    ),
  );
  const voice: Voice = { plural: relatives.length > 1, gender: null };
  const [en, es] = [
    renderSentence('open.family', { family: text }, voice, 'en'),
    renderSentence('open.family', { family: text }, voice, 'es'),
  ];
  const refs = relatives.flatMap((relative): FactRef[] => [
    { collection: 'relations', id: relative.relation.id, field: 'kind' },
    { collection: 'people', id: relative.person.id, field: 'names' },
    { collection: 'people', id: relative.person.id, field: 'birth.date' },
  ]);
  return en && es ? [{ en, es, refs }] : [];
}
