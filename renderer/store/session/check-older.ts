/**
 * Verifies what lies before the working copy's place, behind the open session. Damage found, and a part that the disk does
 * not give, make the session read-only; the first screen does not wait for this.
 */
import { AppError } from '#shared/errors.ts';
import type { VaultListing } from '#shared/ipc/contract.ts';
import type { Damage } from '#shared/vault/vault.ts';
import { damageDetail, mustBeKnown, readDevice, SMALL_JOURNAL } from './load.ts';
import type { OpenStore } from './open-store.ts';
import { devicesOf } from './read-journal.ts';

/** Up to this size the part behind the working copy is verified in the background. */
const CHECKED_LATER = 64 * 1024 * 1024;

const UNREADABLE = 'record-unreadable';

/**
 * After the open. What cannot be read is read some times over (`readAgainAfter`): a virus scanner may hold a file for a
 * moment, a sleeping disk has to wake. If that does not help either, somebody may try again later (`readOlderAgain`).
 */
export async function checkOlder(store: OpenStore, listing: VaultListing): Promise<void> {
  const total = listing.segments.reduce((sum, { length }) => sum + length, 0);
  if (total <= SMALL_JOURNAL || total > CHECKED_LATER || store.rebuilt !== null) return;
  const { signal } = store.jobs;
  for (const wait of [...store.deps.readAgainAfter, null]) {
    try {
      const damage = await olderDamage(store, listing);
      if (damage.length > 0 && !signal.aborted) store.stopWriting('vault-damaged', damageDetail(damage));
      return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'vault-newer-version') return store.stopWriting(error.code, error.detail);
      if (wait === null) return store.stopWriting(UNREADABLE, { because: error.code }, true);
    }
    await waited(store, wait);
  }
}

/** Whether writing ended because the older record could not be read. */
export function isUnreadable({ readOnly }: OpenStore): boolean {
  return readOnly?.code === UNREADABLE;
}

/**
 * Reads it once more because somebody asks. Throws `record-unreadable` when the disk still does not give it; what is found
 * damaged or of a newer program ends writing for good and is thrown.
 */
export async function readOlderAgain(store: OpenStore, listing: VaultListing): Promise<void> {
  const damage = await olderDamage(store, listing).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'vault-newer-version') throw new AppError(UNREADABLE, { because: error.code });
    throw store.stopForGood(error.code, error.detail);
  });
  if (store.jobs.signal.aborted) throw new AppError('cancelled');
  if (damage.length > 0) throw store.stopForGood('vault-damaged', damageDetail(damage));
}

async function olderDamage(store: OpenStore, listing: VaultListing): Promise<readonly Damage[]> {
  const found: Damage[] = [];
  for (const device of devicesOf(listing)) {
    const read = await readDevice(store, listing, { device, from: null, witness: null });
    if (store.jobs.signal.aborted) break;
    mustBeKnown(read);
    found.push(...read.damage);
  }
  return found;
}

/** Resolves after `ms`, or when the session ends. */
function waited({ deps, jobs }: OpenStore, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const cancel = deps.later(ms, resolve);
    const end = (): void => {
      cancel();
      resolve();
    };
    jobs.signal.addEventListener('abort', end, { once: true });
  });
}
