import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import countryData from '#resources/reference/countries.json' with { type: 'json' };
import exclusionData from '#resources/reference/exclusions.json' with { type: 'json' };
import holidayData from '#resources/reference/federal-holidays.json' with { type: 'json' };
import filingData from '#resources/reference/filing-deadlines.json' with { type: 'json' };
import fearOutcomeData from '#resources/reference/fear-outcomes.json' with { type: 'json' };
import hearingOutcomeData from '#resources/reference/hearing-outcomes.json' with { type: 'json' };
import irregularityData from '#resources/reference/irregularities.json' with { type: 'json' };
import languageData from '#resources/reference/languages.json' with { type: 'json' };
import oplaData from '#resources/reference/opla-offices.json' with { type: 'json' };
import placeData from '#resources/reference/places.json' with { type: 'json' };
import practiceData from '#resources/reference/practice-figures.json' with { type: 'json' };
import versionData from '#resources/reference/programme-versions.json' with { type: 'json' };
import screeningData from '#resources/reference/screening-instruments.json' with { type: 'json' };
import stateData from '#resources/reference/states.json' with { type: 'json' };
import statuteData from '#resources/reference/statutes.json' with { type: 'json' };
import vulnerabilityData from '#resources/reference/vulnerabilities.json' with { type: 'json' };
import { hearingOutcomes } from '#shared/domain/hearing.ts';
import { irregularityTypes } from './irregularities.ts';
import { eoirLanguageName, languageByTag, languageLabel, sameLanguage } from './languages.ts';
import {
  cityAcross,
  filingCourtOf,
  oplaOfCourt,
  placeByCode,
  placeInSentence,
  placeLabel,
  placesOfKind,
  placeZone,
} from './places.ts';
import { hearingOutcomeEntries, programmeVersionOn, vulnerabilities } from './programme.ts';
import { signingForm, statute } from './statutes.ts';
import {
  codedEntry,
  countryEntry,
  exclusionEntry,
  federalHoliday,
  filingDeadline,
  irregularityEntry,
  languageEntry,
  oplaOffice,
  placeEntry,
  practiceFigure,
  programmeVersionEntry,
  screeningInstrument,
  stateEntry,
  statuteEntry,
  vulnerabilityEntry,
} from './types.ts';

test.each([
  ['places', placeData, placeEntry],
  ['states', stateData, stateEntry],
  ['opla-offices', oplaData, oplaOffice],
  ['languages', languageData, languageEntry],
  ['programme-versions', versionData, programmeVersionEntry],
  ['irregularities', irregularityData, irregularityEntry],
  ['vulnerabilities', vulnerabilityData, vulnerabilityEntry],
  ['exclusions', exclusionData, exclusionEntry],
  ['fear-outcomes', fearOutcomeData, codedEntry],
  ['hearing-outcomes', hearingOutcomeData, codedEntry],
  ['statutes', statuteData, statuteEntry],
  ['countries', countryData, countryEntry],
  ['practice-figures', practiceData, practiceFigure],
  ['screening-instruments', screeningData, screeningInstrument],
  ['filing-deadlines', filingData, filingDeadline],
  ['federal-holidays', holidayData, federalHoliday],
] as const)('%s: every entry fits its schema, with source and checked-on date', (name, data, schema) => {
  expect(data.dataset).toBe(name);
  const result = z.array(schema as z.ZodType).safeParse(data.entries);
  expect(result.success ? [] : result.error.issues).toEqual([]);
});

describe('places', () => {
  test('codes are unique, links lead somewhere, every zone resolves', () => {
    const codes = placeData.entries.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const entry of placeData.entries) {
      for (const key of ['across', 'hearingPlace', 'filingCourt'] as const) {
        const target = (entry as Record<string, unknown>)[key];
        if (typeof target === 'string') expect(placeByCode(target), `${entry.code}.${key}`).not.toBeNull();
      }
      expect(() => new Intl.DateTimeFormat('en', { timeZone: entry.zone })).not.toThrow();
    }
  });

  test('seven ports of return, each with its city, zone and filing court', () => {
    const rows = placesOfKind(['port']).map((port) => [
      port.code,
      placeZone(port.code),
      cityAcross(port.code)?.zone,
      filingCourtOf(port.code)?.short,
    ]);
    expect(rows).toEqual([
      ['SYS', 'America/Los_Angeles', 'America/Tijuana', 'San Diego'],
      ['CAL', 'America/Los_Angeles', 'America/Tijuana', 'San Diego'],
      ['NOG', 'America/Phoenix', 'America/Hermosillo', 'El Paso'],
      ['ELP', 'America/Denver', 'America/Ciudad_Juarez', 'El Paso'],
      ['EGP', 'America/Chicago', 'America/Matamoros', 'San Antonio'],
      ['LAR', 'America/Chicago', 'America/Matamoros', 'San Antonio'],
      ['BRO', 'America/Chicago', 'America/Matamoros', 'Harlingen'],
    ]);
  });

  test('Laredo: the court is suite B, the ICE office suite C', () => {
    expect(placeByCode('IC-LRO')?.address?.[0]).toBe('1406 Jacaman Road, Suite B');
    expect(oplaOfCourt('IC-LRO')?.address[0]).toBe('1406 Jacaman Road, Suite C');
  });

  test('a court on a letter is named in the language of the letter (CP4)', () => {
    expect(placeLabel('ENP', 'ht')).toBe('Tribinal MPP El Paso');
    expect(placeLabel('IC-SND', 'pt')).toBe('Tribunal de Imigração de San Diego');
    for (const entry of placesOfKind(['court', 'hearingFacility'])) {
      expect(entry.name.pt, entry.code).toBeTruthy();
      expect(entry.name.ht, entry.code).toBeTruthy();
    }
  });

  test('a place in a sentence', () => {
    expect(placeInSentence('SYS', 'en')).toBe('the San Ysidro port of entry');
    expect(placeInSentence('SYS', 'es')).toBe('el puerto de entrada de San Ysidro');
    expect(placeInSentence('MX-JUZ', 'es')).toBe('Ciudad Juárez, Chihuahua');
    expect(placeInSentence('BP-CLN', 'es')).toBe('la estación de la Patrulla Fronteriza Clint');
  });
});

describe('languages', () => {
  test('EOIR names and codes: 196, none given twice', () => {
    const codes = languageData.entries.flatMap((entry) => entry.eoir.map((eoir) => eoir.code));
    expect(codes.length).toBe(196);
    expect(new Set(codes).size).toBe(196);
  });

  test('EOIR spelling for court papers, and the town where EOIR splits a language', () => {
    expect(eoirLanguageName('kjb')).toEqual({ name: 'KONJOBAL', choices: ['KONJOBAL'] });
    expect(eoirLanguageName('cac').name).toBeNull();
    expect(eoirLanguageName('cac').choices).toEqual(['CHUJ, SAN MATEO IXTATAN', 'CHUJ, SAN SEBASTIAN COATAN']);
    expect(languageLabel('kjb', 'en')).toBe('Qʼanjobʼal');
    expect(languageLabel('ht', 'es')).toBe('criollo haitiano');
  });

  test('the apostrophe of a name is the letter U+02BC in both languages, never a quotation mark; EOIR writes its own', () => {
    const names = languageData.entries.flatMap(({ name, own }) => [name.en, name.es, own ?? '']);
    expect(names.filter((name) => /['’‘´`ꞌ]/u.test(name))).toEqual([]);
    expect([languageLabel('kjb', 'es'), languageLabel('quc', 'en')]).toEqual(['qʼanjobʼal', 'Kʼicheʼ']);
    expect(eoirLanguageName('caa').name).toBe("CH'ORTI'");
  });

  test('a region falls back to its language', () => {
    expect(languageByTag('es-HN')?.tag).toBe('es');
    expect(languageByTag('pt')?.tag).toBe('pt-BR');
    expect(sameLanguage('es-HN', 'es')).toBe(true);
    expect(sameLanguage('mam', 'es')).toBe(false);
    expect(languageByTag('zzz')).toBeNull();
  });
});

test('programme versions by day, and the gap between them', () => {
  expect(programmeVersionOn('2019-08-14')?.id).toBe('MPP1');
  expect(programmeVersionOn('2021-01-21')).toBeNull();
  expect(programmeVersionOn('2022-08-08')?.id).toBe('MPP2');
  expect(programmeVersionOn('2026-11-24')?.id).toBe('MPP3');
});

test('hearing outcomes of the reference are those of the schema', () => {
  expect(hearingOutcomeEntries.map((entry) => entry.code)).toEqual([...hearingOutcomes]);
});

test('SR2: every irregularity type has a code and a definition of its own', () => {
  for (const field of ['en', 'es'] as const) {
    expect(new Set(irregularityTypes.map((entry) => entry.definition[field])).size).toBe(irregularityTypes.length);
    expect(new Set(irregularityTypes.map((entry) => entry.name[field])).size).toBe(irregularityTypes.length);
  }
  expect(new Set(irregularityTypes.map((entry) => entry.code)).size).toBe(irregularityTypes.length);
  const rules = irregularityTypes.flatMap((entry) => entry.rule ?? []);
  expect(new Set(rules).size).toBe(rules.length);
});

test('the list of 2019 and the vulnerability codes agree', () => {
  const listed = exclusionData.entries.flatMap((entry) => entry.vulnerabilityCodes).sort();
  expect(
    vulnerabilities
      .filter((entry) => entry.excluded2019)
      .map((entry) => entry.code)
      .sort(),
  ).toEqual(listed);
});

test('28 U.S.C. 1746: (2) inside the United States, (1) outside or unknown', () => {
  expect(signingForm({ code: 'MX-JUZ', text: '', country: null })).toBe('1746-1');
  expect(signingForm({ code: null, text: 'El Paso', country: 'US' })).toBe('1746-2');
  expect(signingForm({ code: 'ENP', text: '', country: null })).toBe('1746-2');
  expect(signingForm(null)).toBe('1746-1');
  expect(statute('1746-1').printed).toBe(
    'I declare under penalty of perjury under the laws of the United States of America that the foregoing is true and correct.',
  );
  expect(statute('1746-2').printed).toBe('I declare under penalty of perjury that the foregoing is true and correct.');
});
