import { expect, test } from 'vitest';
import en from '#resources/locales/en.json' with { type: 'json' };
import es from '#resources/locales/es.json' with { type: 'json' };
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

test('values of a why come in words of the language', () => {
  expect(whyVars({ key: 'why.noInterpreter', vars: { needed: 'kjb', used: 'es' } }, 'es')).toEqual({
    needed: "q'anjob'al",
    used: 'español',
  });
  expect(whyVars({ key: 'why.noticeNotRead', vars: { languages: 'en, es' } }, 'en')).toEqual({
    languages: 'English, Spanish',
  });
  const code = vulnerabilities[0]?.code ?? '';
  expect(whyVars({ key: 'why.vulnerableReturned', vars: { code } }, 'en')).toEqual({ code: 'Unaccompanied child' });
});
