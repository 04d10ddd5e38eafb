/**
 * Sensitive admissions that an attorney sees before a document is ready to sign: ransom or other payments, re-entry,
 * false papers, a child brought across. From the facts, and by words in a text in English or Spanish. It can only
 * miss or over-name: the attorney decides.
 */
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { isMinorOn, liveFacts, visibleFacts } from '#shared/domain/people.ts';
import { asExactDay, comparePartialDates } from '#shared/domain/partial-date.ts';
import { wordsIn } from '#shared/domain/words.ts';

export const admissionKinds = ['payment', 'reEntry', 'falsePapers', 'childBrought'] as const;
export type AdmissionKind = (typeof admissionKinds)[number];

export interface Admission {
  /** Text under `admissions.<kind>` in the locales. */
  readonly kind: AdmissionKind;
  /** Stable key for "an attorney looked at this". */
  readonly key: string;
  readonly at: { readonly collection: string; readonly id: Id; readonly field: string };
  /** The words that made it, or empty when a fact did. */
  readonly excerpt: string;
}

/** Patterns on folded text (lower case, no accents), with word bounds added. */
const patterns: Readonly<Record<AdmissionKind, readonly string[]>> = {
  payment: [
    'ransom',
    '(?:we |i |they |he |she |had |mother |father |family |brother |sister |uncle )*(?:paid|pay|paying|sent|gave)\\b[^.]{0,60}\\b(?:money|dollars?|pesos?|lempiras?|quetzales?|smugglers?|coyotes?|guide|kidnappers?|cartel|gang|quota)',
    '(?:smugglers?|coyotes?)\\b[^.]{0,40}\\b(?:paid|pay|charged|money)',
    'bribe[sd]?',
    'rescate',
    '(?:pago|pague|pagamos|pagaron|pagar|pagando|pagado|deposito|deposite|depositamos|mando|mande|mandamos|mandaron|envio|envie|enviamos|di|dio|dimos|dieron)\\b[^.]{0,60}\\b(?:dinero|dolares|pesos|lempiras|quetzales|coyotes?|polleros?|guia|secuestradores|cartel|mara|cuota|plata|feria)',
    '(?:coyotes?|polleros?)\\b[^.]{0,40}\\b(?:pago|pagamos|pagaron|cobro|dinero)',
    'mordida',
    'soborn\\w+',
  ],
  reEntry: [
    '(?:crossed|entered|came in|went) (?:the (?:border|river) )?(?:again|a second time|another time|once more)',
    're-?enter(?:ed|ing)?',
    'tried (?:again )?to cross',
    'deported (?:before|twice|in \\d{4})',
    'been deported',
    '(?:volvi|volvimos|volvio|volvieron) a (?:cruzar|entrar|pasar)',
    '(?:cruce|cruzamos|cruzo|entre|entramos|entro|pasamos) (?:otra vez|de nuevo|nuevamente|por segunda vez)',
    'reingres\\w+',
    '(?:me|nos|lo|la|los) (?:habian )?deport\\w+',
  ],
  falsePapers: [
    '(?:false|fake|forged|borrowed|altered|someone else.?s) (?:\\w+ ){0,2}(?:papers?|documents?|ids?|passports?|visas?|names?|birth certificates?|birth records?|identification)',
    '(?:papers?|documents?|passports?|visas?) (?:that )?(?:was|were) (?:false|fake|not mine)',
    'used (?:another|a different) name',
    '(?:papel|papeles|documento|documentos|pasaporte|visa|acta|nombre|identificacion|credencial)\\w* (?:\\w+ ){0,3}(?:fals[oa]s?|chuec[oa]s?|prestad[oa]s?|de otra persona)',
    '(?:use|usamos|uso|di|dio) (?:el |un )?(?:nombre de otra|otro nombre|nombre falso)',
  ],
  childBrought: [
    '(?:brought|bring|took|carried|crossed with|came with|traveled with|travelled with)\\b[^.]{0,40}\\b(?:child|children|son|daughter|baby|infant|nephew|niece|grandson|granddaughter|boy|girl|minor)\\b[^.]{0,40}\\b(?:across|border|river|north|united states|us|with me)',
    '(?:not|isn.?t) (?:my|his|her|our) (?:own )?(?:child|son|daughter)',
    '(?:traje|trajimos|trajo|lleve|llevamos|llevo|cruce con|cruzamos con|pase con|pasamos con|vine con|venimos con)\\b[^.]{0,50}\\b(?:hij[oa]s?|nin[oa]s?|bebe|sobrin[oa]s?|niet[oa]s?|menor(?:es)?)\\b',
    'no (?:es|era) mi hij[oa]',
  ],
};

const compiled = admissionKinds.map((kind) => ({
  kind,
  expression: new RegExp(`(?<![a-z0-9])(?:${patterns[kind].join('|')})(?![a-z0-9])`, 'g'),
}));

/** Folds letter by letter, so that positions in the folded text are positions in the text. */
function foldInPlace(text: string): string {
  return [...text]
    .map((letter) => {
      const base = letter
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase();
      return base.length === letter.length ? base : letter;
    })
    .join('');
}

export interface AdmissionInText {
  readonly kind: AdmissionKind;
  readonly start: number;
  readonly end: number;
  readonly excerpt: string;
}

/** Words in a text that may be an admission, in the order in which they stand. Both languages are searched. */
export function admissionsInText(text: string): AdmissionInText[] {
  const folded = foldInPlace(text.normalize('NFC'));
  const source = text.normalize('NFC');
  return compiled
    .flatMap(({ kind, expression }) =>
      [...folded.matchAll(expression)].map((match) => ({
        kind,
        start: match.index,
        end: match.index + match[0].length,
        excerpt: source.slice(match.index, match.index + match[0].length),
      })),
    )
    .sort((a, b) => a.start - b.start);
}

function admission(kind: AdmissionKind, collection: string, id: Id, field: string, excerpt = ''): Admission {
  return { kind, key: `${kind}:${collection}:${id}:${field}`, at: { collection, id, field }, excerpt };
}

function minorsWith(file: CaseFile, about: readonly Id[], day: string | null): boolean {
  return about.some((personId) => {
    const person = file.people[personId];
    return person !== undefined && day !== null && isMinorOn(person, day) === true;
  });
}

type Concerns = (about: readonly Id[]) => boolean;

function crossingAdmissions(file: CaseFile, people: readonly Id[], concerns: Concerns): Admission[] {
  const crossings = liveFacts(file, 'encounters')
    .filter((one) => one.kind === 'crossing' && concerns(one.about))
    .sort((a, b) => comparePartialDates(valueOf(a.date), valueOf(b.date)));
  const again = [...perPerson(crossings)]
    .filter(([personId]) => people.length === 0 || people.includes(personId))
    .flatMap(([, own]) => own.slice(1))
    .map((one) => admission('reEntry', 'encounters', one.id, 'kind'));
  const withChild = crossings
    .filter((one) => one.about.length > 1 && minorsWith(file, one.about, asExactDay(valueOf(one.date))))
    .map((one) => admission('childBrought', 'encounters', one.id, 'about'));
  return [...again, ...withChild];
}

function wordAdmissions(file: CaseFile, people: readonly Id[], concerns: Concerns): Admission[] {
  const view = people.length === 1 ? (people[0] ?? null) : null;
  return (['fearEvents', 'harms', 'encounters', 'stays', 'irregularities'] as const).flatMap((collection) =>
    visibleFacts(file, collection, view)
      .filter((fact) => concerns(fact.about))
      .flatMap((fact) =>
        wordsIn(fact).flatMap(({ path, words }) =>
          admissionsInText(words.text).map((one) =>
            admission(one.kind, collection, fact.id, path[0] ?? '', one.excerpt),
          ),
        ),
      ),
  );
}

/** Admissions in the facts that may be used for the given people (empty = all), by answers and by words. */
export function admissionsInFacts(file: CaseFile, people: readonly Id[] = []): Admission[] {
  const concerns: Concerns = (about) => people.length === 0 || about.some((one) => people.includes(one));
  const payments = liveFacts(file, 'harms')
    .filter((harm) => concerns(harm.about) && valueOf(harm.paid) === 'yes')
    .map((harm) => admission('payment', 'harms', harm.id, 'paid'));
  const found = [...payments, ...crossingAdmissions(file, people, concerns), ...wordAdmissions(file, people, concerns)];
  return [...new Map(found.map((one) => [`${one.key}:${one.excerpt}`, one])).values()];
}

function perPerson<T extends { readonly about: readonly Id[]; readonly id: Id }>(facts: readonly T[]): Map<Id, T[]> {
  const own = new Map<Id, T[]>();
  for (const fact of facts) for (const personId of fact.about) own.set(personId, [...(own.get(personId) ?? []), fact]);
  return own;
}
