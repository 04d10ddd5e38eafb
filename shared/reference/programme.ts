/** Programme versions, exclusions, vulnerability codes and outcomes: law as dated data. */
import exclusionData from '#resources/reference/exclusions.json' with { type: 'json' };
import fearOutcomeData from '#resources/reference/fear-outcomes.json' with { type: 'json' };
import hearingOutcomeData from '#resources/reference/hearing-outcomes.json' with { type: 'json' };
import versionData from '#resources/reference/programme-versions.json' with { type: 'json' };
import vulnerabilityData from '#resources/reference/vulnerabilities.json' with { type: 'json' };
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { CodedEntry, ExclusionEntry, ProgrammeVersionEntry, VulnerabilityEntry } from './types.ts';

export const programmeVersionEntries = versionData.entries as readonly ProgrammeVersionEntry[];
export const exclusions = exclusionData.entries as readonly ExclusionEntry[];
export const vulnerabilities = vulnerabilityData.entries as readonly VulnerabilityEntry[];
export const fearOutcomes = fearOutcomeData.entries as readonly CodedEntry[];
export const hearingOutcomeEntries = hearingOutcomeData.entries as readonly CodedEntry[];

/** The version in force on a day (YYYY-MM-DD), or null between versions. */
export function programmeVersionOn(day: string): ProgrammeVersionEntry | null {
  return (
    programmeVersionEntries.find(
      (entry) => entry.effectiveFrom <= day && (entry.effectiveTo === null || entry.effectiveTo >= day),
    ) ?? null
  );
}

export function programmeVersionById(versionId: string): ProgrammeVersionEntry | null {
  return programmeVersionEntries.find((entry) => entry.id === versionId) ?? null;
}

export function vulnerabilityByCode(code: string): VulnerabilityEntry | null {
  return vulnerabilities.find((entry) => entry.code === code) ?? null;
}

/** Name of a vulnerability code; an unknown code is shown as it is. */
export function vulnerabilityLabel(code: string, language: UiLanguage): string {
  return vulnerabilityByCode(code)?.name[language] ?? code;
}

/** Items of the list of 28 January 2019 that a vulnerability code falls under. */
export function exclusionsFor(code: string): readonly ExclusionEntry[] {
  return exclusions.filter((entry) => entry.vulnerabilityCodes.includes(code));
}

/** Name of a hearing outcome, or the code. */
export function hearingOutcomeLabel(code: string, language: UiLanguage): string {
  return hearingOutcomeEntries.find((entry) => entry.code === code)?.name[language] ?? code;
}

/** Name of a fear outcome, or the code. */
export function fearOutcomeLabel(code: string, language: UiLanguage): string {
  return fearOutcomes.find((entry) => entry.code === code)?.name[language] ?? code;
}
