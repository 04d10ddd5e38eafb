/** A passphrase for a new slot of the open vault. */
import type { Id } from '#shared/domain/base.ts';
import { ok, type Result } from '#shared/errors.ts';
import { normalizePassphrase } from '#shared/vault/passphrase.ts';
import { newId } from './use-store.tsx';

/**
 * Has the key derived in a process of its own, from where it reaches the store worker; takes about a second. Answers
 * the ticket for `accessAdd` or `passphraseChange`.
 */
export async function deriveSlot(passphrase: string): Promise<Result<Id>> {
  const ticket = newId();
  const secret = new TextEncoder().encode(normalizePassphrase(passphrase));
  const derived = await window.amparo.vault.derive({ secret, purpose: 'passphrase', ticket });
  secret.fill(0);
  return derived.ok ? ok(ticket) : derived;
}
