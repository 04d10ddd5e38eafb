/** A passphrase for a new slot of the open vault. */
import type { Id } from '#shared/domain/base.ts';
import { ok, type Result } from '#shared/errors.ts';
import { normalizePassphrase } from '#shared/vault/passphrase.ts';
import { newId } from './use-store.tsx';

/**
 * Has the key derived in a process of its own, from where it reaches the store worker; takes about a second. Answers
 * the ticket for `accessAdd` or `passphraseChange`.
 */
export function deriveSlot(passphrase: string): Promise<Result<Id>> {
  return derive(normalizePassphrase(passphrase), { purpose: 'passphrase' });
}

/** The same for the passphrase or recovery code of one of these slots, as proof of who is at work. */
export function deriveProof(typed: string, slots: readonly Id[]): Promise<Result<Id>> {
  return derive(typed, { purpose: 'present', slots: [...slots] });
}

async function derive(
  text: string,
  order: { readonly purpose: 'passphrase' | 'present'; readonly slots?: Id[] },
): Promise<Result<Id>> {
  const ticket = newId();
  const secret = new TextEncoder().encode(text);
  const derived = await window.amparo.vault.derive({ secret, ticket, ...order });
  secret.fill(0);
  return derived.ok ? ok(ticket) : derived;
}
