/** What a record still lacks, in words of the screen. */
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import { missingItems } from '#shared/rules/completeness.ts';
import { asKey, type Key, type Vars } from '#renderer/i18n/i18n.ts';

/** Required items of a fact that nobody has asked for yet, by name. */
export function missingNames<C extends FactCollection>(
  collection: C,
  fact: CaseFile[C][string],
  t: (key: Key, vars?: Vars) => string,
): string[] {
  return missingItems(collection, fact).map((item) => t(asKey(`missing.${item}`)));
}
