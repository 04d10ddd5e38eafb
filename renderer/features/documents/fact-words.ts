/** How a fact is named in a list: day and what it was, in the words of the timeline. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import { displayName, formatPartialDate } from '#shared/domain/format.ts';
import { irregularityLabel } from '#shared/reference/irregularities.ts';
import { programmeVersionById, vulnerabilityLabel } from '#shared/reference/programme.ts';
import { type TimelineEntry, timelineOf } from '#shared/rules/timeline.ts';
import { asKey, type Translate } from '#renderer/i18n/i18n.ts';

function titleOf(entry: TimelineEntry, language: UiLanguage, t: Translate): string {
  const { type, code, version } = entry.title.vars;
  const vars = {
    ...entry.title.vars,
    ...(typeof type === 'string' ? { type: irregularityLabel(type, language) } : {}),
    ...(typeof code === 'string' ? { code: vulnerabilityLabel(code, language) } : {}),
    ...(typeof version === 'string' ? { version: programmeVersionById(version)?.name[language] ?? version } : {}),
  };
  return t(asKey(entry.title.key), vars);
}

/** Names of the facts that this person may see, by `collection:id`. */
export function factNames(
  file: CaseFile,
  personId: Id,
  language: UiLanguage,
  t: Translate,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const entry of timelineOf(file, { personId, language })) {
    const key = `${entry.fact.collection}:${entry.fact.id}`;
    if (names.has(key) && entry.key !== key) continue;
    const day = entry.date === null ? '' : formatPartialDate(entry.date, language, 'table');
    names.set(key, [day, titleOf(entry, language, t)].filter((part) => part !== '').join(' · '));
  }
  for (const irregularity of Object.values(file.irregularities)) {
    const day = irregularity.fearEventId ? names.get(`fearEvents:${irregularity.fearEventId}`)?.split(' · ')[0] : '';
    const label = irregularityLabel(irregularity.type, language);
    names.set(`irregularities:${irregularity.id}`, [day, label].filter(Boolean).join(' · '));
  }
  for (const person of Object.values(file.people)) {
    names.set(`people:${person.id}`, t('documents.facts.person', { name: displayName(person) }));
  }
  return names;
}

export function factName(names: ReadonlyMap<string, string>, ref: FactRef, t: Translate): string {
  return names.get(`${ref.collection}:${ref.id}`) ?? t('documents.facts.family');
}
