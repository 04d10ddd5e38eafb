/** What a rule finds: a type of irregularity with the facts that triggered it. A person accepts, changes or drops it. */
import type { Id } from '#shared/domain/base.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { irregularityType } from '#shared/reference/irregularities.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { vulnerabilityLabel } from '#shared/reference/programme.ts';

/** Why, as a locale key under `why.` with values to fill in. */
export interface Why {
  readonly key: string;
  readonly vars: Readonly<Record<string, string | number>>;
}

/** One rule's hit for one person: the fields that triggered it and why. */
export interface Hit {
  readonly fields: readonly string[];
  readonly whys: readonly Why[];
}

/** Where a finding stands. */
export interface At {
  readonly collection: 'fearEvents' | 'encounters' | 'papers' | 'hearings' | 'stays' | 'separations' | 'people';
  readonly id: Id;
}

export interface Finding {
  /** Code of resources/reference/irregularities.json. */
  readonly type: string;
  readonly rule: string;
  readonly at: At;
  readonly people: readonly Id[];
  /** Field paths of the record that triggered it. */
  readonly triggers: readonly string[];
  readonly whys: readonly Why[];
}

/** The values of a why in words of a language: language tags and vulnerability codes become their names. */
export function whyVars(given: Why, language: UiLanguage): Record<string, string | number> {
  const vars: Record<string, string | number> = { ...given.vars };
  const name = (tag: string) => languageLabel(tag, language);
  for (const key of ['needed', 'used', 'language']) if (key in vars) vars[key] = name(String(vars[key]));
  if ('languages' in vars) vars.languages = String(vars.languages).split(', ').map(name).join(', ');
  if ('code' in vars) vars.code = vulnerabilityLabel(String(vars.code), language);
  return vars;
}

export function why(key: string, vars: Why['vars'] = {}): Why {
  return { key: `why.${key}`, vars };
}
export function hit(fields: readonly string[], ...whys: readonly Why[]): Hit {
  return { fields, whys };
}

function unique<T>(list: readonly T[]): T[] {
  const seen = new Map(list.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}

/** Joins the hits of several people on one record to one finding; null when there is none. */
export function findingOf(
  type: string,
  at: At,
  hits: readonly { personId: Id | null; hit: Hit | null }[],
): Finding | null {
  const found = hits.flatMap(({ personId, hit: one }) => (one ? [{ personId, hit: one }] : []));
  if (found.length === 0) return null;
  return {
    type,
    rule: irregularityType(type)?.rule ?? '',
    at,
    people: unique(found.flatMap(({ personId }) => personId ?? [])),
    triggers: unique(found.flatMap(({ hit: one }) => one.fields)),
    whys: unique(found.flatMap(({ hit: one }) => one.whys)),
  };
}
