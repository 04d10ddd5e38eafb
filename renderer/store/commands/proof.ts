/**
 * Who can open the vault changes only for who types their present passphrase or recovery code: an unattended session is
 * not enough. What is typed comes as keys under a ticket (`deriveProof` of the page).
 */
import type { Id } from '#shared/domain/base.ts';
import { AppError } from '#shared/errors.ts';
import { isHolder } from '#shared/vault/vault.ts';
import type { OpenStore } from '../session/open-store.ts';

/**
 * Whether what came under this ticket is of whoever is at work; a ticket counts once. A sheet that was made at this
 * session proves nothing: whoever found the screen unattended could have made it.
 */
export async function isPresent(store: OpenStore, proof: Id): Promise<boolean> {
  if (store.proven.delete(proof)) return true;
  const derived = await store.deps.proof(proof);
  const isMadeNow = (slotId: Id | null): boolean => slotId !== null && store.sheetsMadeNow.has(slotId);
  for (const { slotId, kek } of derived) if (isMadeNow(slotId)) kek.fill(0);
  return isHolder(
    store.keys,
    store.memberId,
    derived.filter(({ slotId }) => !isMadeNow(slotId)),
  );
}

/** The same, for a ticket that is used later: a wrong passphrase is told before a new key is derived. */
export async function prove(store: OpenStore, proof: Id): Promise<{ readonly right: boolean }> {
  const right = await isPresent(store, proof);
  if (right) store.proven.add(proof);
  return { right };
}

/** Throws `wrong-passphrase` when what came under this ticket is not of whoever is at work. */
export async function mustBePresent(store: OpenStore, proof: Id): Promise<void> {
  if (!(await isPresent(store, proof))) throw new AppError('wrong-passphrase');
}
