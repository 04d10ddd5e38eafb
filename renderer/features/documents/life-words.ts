/** The state of a document's life on its desk. */
import type { LifeState } from '#shared/documents/life.ts';
import type { Key, Vars } from '#renderer/i18n/i18n.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';

/** A paper that is carried is ready to be handed over, and nobody signs it. */
export function lifeWord(templateId: string, state: LifeState, t: (key: Key, vars?: Vars) => string): string {
  const isCarried = isHandedOver(templateId) && (state === 'readyToSign' || state === 'printed');
  return t(isCarried ? `life.state.carried.${state}` : `life.state.${state}`);
}
