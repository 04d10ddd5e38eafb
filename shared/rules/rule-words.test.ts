import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '#resources/locales/en.json' with { type: 'json' };
import es from '#resources/locales/es.json' with { type: 'json' };
import { readyCodes } from '#shared/documents/named-list.ts';
import { errorCodes } from '#shared/errors.ts';
import { vulnerabilities } from '#shared/reference/programme.ts';
import { missingItemNames, missingPersonItems } from './completeness.ts';
import { fearMeasures, hearingsMissed, noticeNotRead } from './counts.ts';
import { whyVars } from './finding.ts';
import { paperKinds } from '#shared/domain/journey.ts';
import { harmKinds } from '#shared/domain/harm.ts';
import { fearOutcomes } from '#shared/reference/programme.ts';

function textAt(locale: unknown, key: string): string | undefined {
  let found: unknown = locale;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    const group = found as Record<string, unknown>;
    found = group[part] ?? group[`${part}_other`];
  }
  return typeof found === 'string' ? found : undefined;
}

const fearTitles = fearOutcomes.map((entry) => entry.code).map((code) => `timeline.fear.${code}`);

test.each([
  ...missingItemNames.map((name) => `missing.${name}`),
  ...missingPersonItems.map((name) => `missing.${name}`),
  ...Object.keys(fearMeasures).flatMap((name) => [`measure.${name}.name`, `measure.${name}.definition`]),
  `measure.${noticeNotRead.id}.name`,
  `measure.${hearingsMissed.id}.name`,
  ...paperKinds.map((kind) => `timeline.paper.${kind}`),
  ...harmKinds.map((kind) => `timeline.harm.${kind}`),
  ...fearTitles,
  ...['handcuffs', 'legIrons', 'waistChain', 'zipTies', 'other'].map((kind) => `why.restrained_${kind}`),
  ...errorCodes.filter((code) => /^(date|time|a-number)-/.test(code)).map((code) => `errors.${code}`),
])('%s has a text in both languages', (key) => {
  expect(textAt(en, key)).toBeTruthy();
  expect(textAt(es, key)).toBeTruthy();
});

const rulesText = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');
const whyKeys = [...new Set([...rulesText.matchAll(/\bwhy\('(\w+)'/g)].map((match) => `why.${match[1]}`))];

test('every reason that a rule gives has a text in both languages', () => {
  expect(whyKeys.length).toBeGreaterThan(30);
  const without = whyKeys.filter((key) => !textAt(en, key) || !textAt(es, key));
  expect(without).toEqual([]);
});

test('every item before signing and every flag has a text in both languages', () => {
  const flagCodes = [...rulesText.matchAll(/code: '(\w+)',\s*tone:/g)].map((match) => `flags.${match[1]}`);
  expect(flagCodes.length).toBeGreaterThan(8);
  const keys = [...readyCodes.map((code) => `ready.item.${code}`), ...flagCodes];
  expect(keys.filter((key) => !textAt(en, key) || !textAt(es, key))).toEqual([]);
});

test('the fixed words of the product stand on the screen, and the forbidden ones do not', () => {
  expect([textAt(en, 'answer.notAsked'), textAt(es, 'answer.notAsked')]).toEqual([
    'We have not asked yet',
    'Aún no se lo preguntamos',
  ]);
  expect([textAt(en, 'fear.asked.no'), textAt(es, 'fear.asked.no')]).toEqual([
    'The officer did not ask',
    'El oficial no preguntó',
  ]);
  expect(textAt(en, 'client.mayNotBelong')).toBe('May not belong in MPP');
  expect(textAt(en, 'client.programme.takenOut')).toBe('Taken out of MPP');
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
  const forbidden = /\b(sealed|journal|blockchain|removed from MPP)\b|\b(sellad[oa]s?|bitácora)\b/i;
  expect([...texts(en), ...texts(es)].filter((text) => forbidden.test(text))).toEqual([]);
});

test('values of a why come in words of the language', () => {
  expect(whyVars({ key: 'why.noInterpreter', vars: { needed: 'kjb', used: 'es' } }, 'es')).toEqual({
    needed: 'qʼanjobʼal',
    used: 'español',
  });
  expect(whyVars({ key: 'why.noticeNotRead', vars: { languages: 'en, es' } }, 'en')).toEqual({
    languages: 'English, Spanish',
  });
  const code = vulnerabilities[0]?.code ?? '';
  expect(whyVars({ key: 'why.vulnerableReturned', vars: { code } }, 'en')).toEqual({ code: 'Unaccompanied child' });
});
