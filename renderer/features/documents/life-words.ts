/** The state of a document's life on its desk. */
import type { LifeState } from '#shared/documents/life.ts';
import { asKey, type Key, type Vars } from '#renderer/i18n/i18n.ts';
import { stateKey } from '#renderer/record/document-words.ts';

export function lifeWord(templateId: string, state: LifeState, t: (key: Key, vars?: Vars) => string): string {
  return t(asKey(`life.state.${stateKey(templateId, state)}`));
}
