/**
 * From sealed files to a whole index: the working copy if it is ours and true, plus the journal's tail; otherwise
 * everything anew from snapshot and journal. The journal decides; nothing in the vault is overwritten here but a torn
 * end, which is cut with its bytes kept aside.
 */
import type { Id } from '#shared/domain/base.ts';
import { AppError, type ErrorDetail } from '#shared/errors.ts';
import type { VaultListing } from '#shared/ipc/contract.ts';
import { type Damage, type Head, openSnapshot, type OpenedCommit } from '#shared/vault/vault.ts';
import { compareEvents } from '#shared/vault/clock.ts';
import { memoryCache, type RowCache } from '../cache/row-cache.ts';
import type { CacheMeta, NoCopy, Place } from './cache-meta.ts';
import { flushCache, MANY_FILES, openBlock } from './cache-writer.ts';
import { ask, isoOf } from './deps.ts';
import { isCopyDamaged } from './file-records.ts';
import type { OpenStore } from './open-store.ts';
import { devicesOf, type JournalRead, reaches, readJournal } from './read-journal.ts';
import { enter, takeIn } from './take-in.ts';

/** Blocks read from the working copy at a time. */
const BLOCKS_AT_ONCE = 8;
/** Such readings under way at a time. */
const READS_AHEAD = 2;
/** Commits applied at a time. */
const COMMITS_AT_ONCE = 100;
/** A journal up to this size is verified whole before the vault counts as open. */
export const SMALL_JOURNAL = 4 * 1024 * 1024;

/** Fills the store. `reason` says why there is no meta; null when this vault was never opened here. */
export async function load(store: OpenStore, listing: VaultListing, found: CacheMeta | NoCopy): Promise<void> {
  if ('rebuild' in found) await anew(store, listing, found);
  else await loadCopy(store, listing, found);
  store.isLoaded = true;
  store.meta = null;
  const total = store.index.people.size;
  // Everything but the first screen waited for this; the page asks again for what it was told before.
  store.deps.notify({ kind: 'loaded', done: total, total });
}

/** Makes the working copy anew, after asking what is left of the old one. */
async function anew(store: OpenStore, listing: VaultListing, { rebuild: reason, known }: NoCopy): Promise<void> {
  if (known !== null) await askWitness(store, listing, known);
  await rebuild(store, listing, reason);
}

/**
 * A copy that cannot be shown (damaged, or made by somebody who sees more or less) still knows how far the journals
 * were. When they lost something since, nothing may be cut: the session is read-only, works from memory, and leaves
 * the copy as it is.
 */
async function askWitness(store: OpenStore, listing: VaultListing, known: NonNullable<NoCopy['known']>): Promise<void> {
  for (const head of known.heads) {
    const place = known.places.find((each) => each.head.device === head.device) ?? null;
    const from = place === null || !reaches(listing, place) ? null : place;
    const read = await readDevice(store, listing, { device: head.device, from, witness: head });
    if (read.state !== 'damaged') continue;
    store.stopWriting('vault-damaged', damageDetail(read.damage));
    store.cache = memoryCache();
  }
}

async function loadCopy(store: OpenStore, listing: VaultListing, meta: CacheMeta): Promise<void> {
  if (!(await loadBlocks(store, meta))) return anew(store, listing, { rebuild: 'damaged', known: meta });
  for (const head of meta.heads) store.heads.set(head.device, head);
  for (const place of meta.places) store.places.set(place.head.device, place);
  if (store.office === null && meta.office !== null) {
    const record = await store.records.load(meta.office.id).catch(() => null);
    if (record === null) return anew(store, listing, { rebuild: 'damaged', known: meta });
    if (record.file.kind === 'office') store.office = record.file;
  }
  const isBehind = await catchUp(store, listing).catch((error: unknown) => {
    if (isCopyDamaged(error)) return 'damaged' as const;
    throw error;
  });
  if (isBehind === 'damaged') return anew(store, listing, { rebuild: 'damaged', known: meta });
  if (!isBehind) return rebuild(store, listing, 'different');
}

/**
 * False when a block is missing, cannot be read, does not open, or is of another revision. The next rows are read and
 * opened while these are taken in, and after each block what the page asks comes first: its first screen does not wait
 * for the rest.
 */
async function loadBlocks(store: OpenStore, meta: CacheMeta): Promise<boolean> {
  const { deps, cache } = store;
  const read = async (at: number): Promise<(Uint8Array | null)[]> => {
    const names = meta.blocks.slice(at, at + BLOCKS_AT_ONCE);
    const wanted = names.map(([key]) => key);
    const rows = await cache.read('blocks', wanted).catch(() => []);
    const opening = names.map(([key, revision], index) => {
      const row = rows[index];
      return row === undefined ? null : openBlock(store, key, revision, row);
    });
    return Promise.all(opening);
  };
  const ahead: Promise<(Uint8Array | null)[]>[] = [];
  let next = 0;
  const readOn = (): void => {
    const reading = read(next);
    reading.catch(() => undefined); // who awaits it has the error; after a damaged block nobody does
    ahead.push(reading);
    next += BLOCKS_AT_ONCE;
  };
  for (let count = 0; count < READS_AHEAD; count += 1) readOn();
  for (let at = 0; at < meta.blocks.length; at += BLOCKS_AT_ONCE) {
    const opened = (await ahead.shift()) ?? [];
    readOn();
    for (const [index, [key, revision]] of meta.blocks.slice(at, at + BLOCKS_AT_ONCE).entries()) {
      const bytes = opened[index] ?? null;
      if (bytes === null) return false;
      store.index.load(key, revision, bytes);
      await deps.pause();
    }
    deps.notify({ kind: 'loaded', done: store.index.people.size, total: Math.max(meta.total, 1) });
  }
  return true;
}

/**
 * Takes in what the journal has and the working copy does not. False when the copy does not belong to this journal
 * and has to be made anew. Damage makes the session read-only; the copy, which may know more, is shown.
 */
async function catchUp(store: OpenStore, listing: VaultListing): Promise<boolean> {
  const fresh: OpenedCommit[] = [];
  const reads: [JournalRead, Head | null][] = [];
  const devices = [...new Set([...devicesOf(listing), ...store.heads.keys()])].sort();
  const isSmall = listing.segments.reduce((sum, { length }) => sum + length, 0) <= SMALL_JOURNAL;
  const ours = [...store.heads.values()];
  for (const device of devices) {
    const known = store.heads.get(device) ?? null;
    const place = store.places.get(device) ?? null;
    const from = isSmall || place === null || !reaches(listing, place) ? null : place;
    const commits: OpenedCommit[] = [];
    const read = await readDevice(store, listing, {
      device,
      from,
      witness: known,
      take: async (opened) => {
        commits.push(...opened.filter(({ sequence }) => sequence > (known?.sequence ?? 0)));
      },
    });
    if (read.state === 'damaged' && from !== null) {
      const whole = await readDevice(store, listing, { device, from: null, witness: known });
      if (whole.state === 'intact') return false;
    }
    mustBeKnown(read);
    reads.push([read, known]);
    fresh.push(...commits);
  }
  for (const [read, known] of reads) await settle(store, listing, read, known);
  const isLate = fresh.some((commit) =>
    ours.some((head) => compareEvents(commit, head) < 0 && head.device !== commit.device),
  );
  if (isLate && store.readOnly === null) return false;
  await apply(store, fresh.sort(compareEvents));
  return true;
}

interface DeviceRead {
  readonly device: Id;
  readonly from: Place | null;
  /** A head known before, from the working copy or a snapshot. */
  readonly witness: Head | null;
  readonly take?: (commits: readonly OpenedCommit[], bytes: number) => Promise<void>;
}

export function readDevice(store: OpenStore, listing: VaultListing, given: DeviceRead): Promise<JournalRead> {
  const { device, from, witness, take = async () => {} } = given;
  const witnesses = witness === null || witness.sequence === 0 ? [] : [witness];
  return readJournal(store.deps, store.keys, { listing, device, from, witnesses, take, signal: store.jobs.signal });
}

/**
 * Refuses what a newer program wrote (throws `vault-newer-version`). Every device is asked before anything of one is
 * settled: such a vault is left as it is.
 */
export function mustBeKnown(read: JournalRead): void {
  if (read.state === 'newer') throw new AppError('vault-newer-version', { what: 'journal' });
}

/** What a device's journal turned out to be: the new head, a cut, or a read-only session. */
async function settle(store: OpenStore, listing: VaultListing, read: JournalRead, known: Head | null): Promise<void> {
  const { device } = read.place.head;
  const first = read.damage[0];
  if (first !== undefined) return store.stopWriting('vault-damaged', damageDetail(read.damage));
  if (read.torn !== null && listing.writable && store.readOnly === null) {
    const { segment, keepBytes } = read.torn;
    await ask(store.deps, 'vault.cutTorn', { device, name: segment, keepBytes });
  }
  if (known === null || read.place.head.sequence >= known.sequence) store.heads.set(device, read.place.head);
  store.places.set(device, read.place);
}

/** Names the saves in doubt: numbers and the time of the last good one before. */
export function damageDetail(damage: readonly Damage[]): ErrorDetail {
  const from = Math.min(...damage.map((each) => each.from));
  const to = Math.max(...damage.map((each) => each.to));
  const after = Math.min(...damage.map((each) => each.after.millis));
  return { what: 'journal', from, to, after: after === 0 ? '' : isoOf(after) };
}

async function apply(store: OpenStore, commits: readonly OpenedCommit[]): Promise<void> {
  for (let at = 0; at < commits.length; at += COMMITS_AT_ONCE) {
    await takeIn(store, commits.slice(at, at + COMMITS_AT_ONCE));
    if (store.records.dirtyCount >= MANY_FILES) await flushCache(store);
    await store.deps.pause();
  }
  if (commits.length > 0) await flushCache(store);
}

/**
 * Makes the working copy anew. `reason` is a key under `vault.rebuilt.`, null when there was nothing to lose. One that was
 * made anew in this session already and still cannot be read is given up: the session works from memory.
 */
export async function rebuild(store: OpenStore, listing: VaultListing, reason: string | null): Promise<void> {
  const { deps } = store;
  const total = listing.segments.reduce((sum, { length }) => sum + length, 0);
  const isAgain = store.rebuilt !== null;
  if (total > 0) {
    store.rebuilt = isAgain ? 'unavailable' : reason;
    deps.notify({ kind: 'rebuilding', done: 0, total });
  }
  store.reset(isAgain ? memoryCache() : await emptied(store.cache));
  store.isRebuilding = true;
  await replayAll(store, listing, total);
  await flushCache(store);
  store.isRebuilding = false;
  await flushCache(store);
}

/** The same cache without rows, or one in memory where it cannot be emptied. */
function emptied(cache: RowCache): Promise<RowCache> {
  return cache.clear().then(
    () => cache,
    () => memoryCache(),
  );
}

async function replayAll(store: OpenStore, listing: VaultListing, total: number): Promise<void> {
  let done = 0;
  const bases = await fromSnapshot(store);
  const devices = devicesOf(listing);
  const collected: OpenedCommit[] = [];
  const reads: [JournalRead, Head | null][] = [];
  for (const device of devices) {
    const base = bases.get(device) ?? null;
    const take = async (opened: readonly OpenedCommit[], bytes: number): Promise<void> => {
      const commits = opened.filter(({ sequence }) => sequence > (base?.sequence ?? 0));
      if (devices.length > 1) collected.push(...commits);
      else await apply(store, commits);
      done += bytes;
      store.deps.notify({ kind: 'rebuilding', done, total });
    };
    const read = await readDevice(store, listing, { device, from: null, witness: base, take });
    mustBeKnown(read);
    reads.push([read, base]);
  }
  for (const [read, base] of reads) await settle(store, listing, read, base);
  if (collected.length > 0) await apply(store, collected.sort(compareEvents));
}

/** Starts from the newest snapshot that opens whole; answers the heads it stands for. */
async function fromSnapshot(store: OpenStore): Promise<Map<Id, Head>> {
  const heads = new Map<Id, Head>();
  const bytes = await ask(store.deps, 'vault.readSnapshot', undefined);
  const opened = bytes === null ? null : openSnapshot(store.keys, bytes);
  if (opened === null || !opened.ok) return heads;
  try {
    for (const [at, { file, scope, revision, record }] of opened.value.files.entries()) {
      if (!store.keys.held.has(scope.ring)) continue;
      enter(store, store.records.openSealed({ id: file, scope, revision, record }));
      if (at % MANY_FILES === MANY_FILES - 1) await flushCache(store);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    store.reset(store.cache); // a snapshot that does not open whole is not used: the journal has everything
    return heads;
  }
  for (const head of opened.value.heads) {
    heads.set(head.device, head);
    store.heads.set(head.device, head);
  }
  return heads;
}
