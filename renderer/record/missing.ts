/** What a record still lacks, in words of the screen. */
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import { type MissingItem, missingItems } from '#shared/rules/completeness.ts';
import { screeningItemName } from '#shared/rules/screening-items.ts';
import { asKey, currentLanguage, type Translate } from '#renderer/i18n/i18n.ts';

/** The name of a missing item; one of a screening is named by the version that the screening was made with. */
export function missingName(item: MissingItem, t: Translate): string {
  return screeningItemName(item, currentLanguage()) ?? t(asKey(`missing.${item}`));
}

/** Required items of a fact that nobody has asked for yet, by name. */
export function missingNames<C extends FactCollection>(
  collection: C,
  fact: CaseFile[C][string],
  t: Translate,
): string[] {
  return missingItems(collection, fact).map((item) => missingName(item, t));
}
