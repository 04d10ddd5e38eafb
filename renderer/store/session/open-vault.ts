/** Opens, recovers or creates a vault with the keys that arrived, and starts loading it. */
import type { Id } from '#shared/domain/base.ts';
import { AppError, type Result, toFailure } from '#shared/errors.ts';
import type { VaultKind, VaultListing } from '#shared/ipc/contract.ts';
import { must } from '#shared/assert.ts';
import {
  createVaultKeys,
  type DerivedKey,
  openParsed,
  openRecord,
  type ParsedFiles,
  parseFiles,
  type VaultKeys,
  wipeKeys,
} from '#shared/vault/vault.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import { memoryCache, type RowCache } from '../cache/row-cache.ts';
import { noteAccess } from '../commands/access-record.ts';
import { importFiles } from '../commands/import-cases.ts';
import { UndoStacks } from '../commands/undo-stacks.ts';
import { writeCommit } from '../commands/write-commit.ts';
import type { RequestArg } from '../contract.ts';
import { type CacheMeta, type NoCopy, openMeta } from './cache-meta.ts';
import { stopFlushing } from './cache-writer.ts';
import { checkOlder } from './check-older.ts';
import { ask, type Deps, isoOf, randomId } from './deps.ts';
import { type HiddenName, hiddenNames } from './hidden-name.ts';
import { load, SMALL_JOURNAL } from './load.ts';
import { OpenStore } from './open-store.ts';
import { PendingSlots } from './pending-slots.ts';
import { devicesOf, tailIsNewer } from './read-journal.ts';
import { newOffice, readSetup, type Setup } from './setup.ts';

/** Throws what the unlock window has to say: wrong passphrase, unreadable or newer files, damaged keys. */
export async function openVault(deps: Deps, arg: RequestArg<'open'>): Promise<OpenStore> {
  // What needs no key is there by the time it comes.
  const reading = arg.mode === 'create' ? null : readAhead(deps);
  const derived = await deps.derivedKeys();
  try {
    if (reading === null) return await createVault(deps, arg.kind, readSetup(arg.setup), derived);
    return await openWith(deps, arg.kind, await reading, derived);
  } finally {
    for (const { kek } of derived) kek.fill(0);
  }
}

interface ReadAhead {
  readonly listing: VaultListing;
  readonly files: Result<ParsedFiles>;
}

/** The vault's small files, read and taken apart while the key is derived. Its failure shows where it is awaited. */
function readAhead(deps: Deps): Promise<ReadAhead> {
  const reading = ask(deps, 'vault.list', undefined).then((listing) => ({
    listing,
    files: parseFiles(listing.header, listing.keys),
  }));
  reading.catch(() => undefined);
  return reading;
}

async function openWith(
  deps: Deps,
  kind: VaultKind,
  { listing, files }: ReadAhead,
  derived: readonly DerivedKey[],
): Promise<OpenStore> {
  const keys = files.ok ? openParsed(files.value, derived) : files;
  if (!keys.ok) throw new AppError(keys.code, keys.detail);
  return begin(deps, { kind, keys: keys.value, listing, fresh: null });
}

async function createVault(
  deps: Deps,
  kind: VaultKind,
  setup: Setup,
  derived: readonly DerivedKey[],
): Promise<OpenStore> {
  const { random } = deps;
  const { kek, kdf } = must(derived[0], 'a key for the new vault');
  const founder = { kek, kdf, role: setup.member.role, holder: randomId(random), grantedBy: null };
  const made = createVaultKeys({ vault: randomId(random), founder, random });
  const device = randomId(random);
  await ask(deps, 'vault.create', { header: made.header, keys: made.keysFile, device });
  const listing = await ask(deps, 'vault.list', undefined);
  return begin(deps, { kind, keys: made.keys, listing, fresh: { setup, device } });
}

interface Beginning {
  readonly kind: VaultKind;
  readonly keys: VaultKeys;
  readonly listing: VaultListing;
  /** For a vault made just now. */
  readonly fresh: { readonly setup: Setup; readonly device: Id } | null;
}

/** A vault that cannot be shown leaves no key in memory and no database open. */
async function begin(deps: Deps, beginning: Beginning): Promise<OpenStore> {
  const { keys, listing } = beginning;
  const hidden = hiddenNames(keys);
  let copy: Copy | null = null;
  try {
    copy = await openCopy(deps, keys, hidden, listing);
    return await beginFrom(deps, beginning, hidden, copy);
  } catch (error) {
    copy?.cache.close();
    wipeKeys(keys);
    throw error;
  }
}

async function beginFrom(
  deps: Deps,
  { kind, keys, listing, fresh }: Beginning,
  hidden: HiddenName,
  { cache, found, isNewer }: Copy,
): Promise<OpenStore> {
  const meta = 'rebuild' in found ? null : found;
  const size = listing.segments.reduce((sum, { length }) => sum + length, 0);
  // Where the copy is of a newer program the journal may be too: nothing of it is shown before it was read to its end.
  const isAwaited = size <= SMALL_JOURNAL || isNewer;
  if (meta !== null && !isAwaited) {
    // What else is wrong with it, loading finds out and says.
    const given = { listing, places: meta.places, most: SMALL_JOURNAL };
    const isTailNewer = await tailIsNewer(deps, keys, given).catch(() => false);
    if (isTailNewer) throw new AppError('vault-newer-version', { what: 'journal' });
  }
  const pending = new PendingSlots(deps, keys, hidden);
  await pending.read();
  const device = fresh?.device ?? ourDevice(deps, listing, 'rebuild' in found ? found.known : found);
  const store = new OpenStore({ deps, kind, keys, hidden, cache, pending, undo: new UndoStacks(), device });
  store.meta = meta;
  if (!listing.writable) store.readOnly = { code: 'disk-read-only', detail: {} };
  if (meta !== null) await earlyOffice(store, meta);
  store.loaded = load(store, listing, found)
    .then(() => ensureOffice(store, fresh?.setup ?? null))
    .then(() => noteAccess(store, listing.header))
    .then(() => ensureSamples(store));
  const failed = store.loaded.catch((error: unknown) => {
    if (isAwaited) {
      stopFlushing(store);
      throw error;
    }
    const { code, detail } = toFailure(error);
    store.stopWriting(code, detail);
  });
  if (isAwaited) await failed;
  // Loading has its own way to say what went wrong; behind it only a bug can end the check.
  const whenLoaded = store.loaded.then(
    () => true,
    () => false,
  );
  void whenLoaded.then((isLoaded) => (isLoaded ? checkOlder(store, listing) : undefined));
  return store;
}

interface Copy {
  readonly cache: RowCache;
  readonly found: CacheMeta | NoCopy;
  /** There is one of a newer program. */
  readonly isNewer: boolean;
}

/**
 * The working copy and what it says, or why it has to be made anew. One that cannot be opened here, or that a newer program
 * made, is left as it is: this session works from the journal in memory.
 */
async function openCopy(deps: Deps, keys: VaultKeys, hidden: HiddenName, listing: VaultListing): Promise<Copy> {
  const isNew = listing.segments.every(({ length }) => length === 0);
  const found = { rebuild: isNew ? null : 'unavailable', known: null };
  const inMemory = { cache: memoryCache(), found, isNewer: false };
  if (listing.browserIsOlder === true) return inMemory;
  let cache: RowCache | null = null;
  try {
    cache = await deps.openCache(`amparo-${hidden('cache', keys.vault)}`);
    const [row] = await cache.read('blocks', [hidden('meta', 'meta')]);
    if (row === undefined) return { cache, found: { rebuild: isNew ? null : 'empty', known: null }, isNewer: false };
    return { cache, found: openMeta(keys, row), isNewer: false };
  } catch (error) {
    cache?.close();
    return { ...inMemory, isNewer: toFailure(error).code === 'vault-newer-version' };
  }
}

/**
 * Which chain to go on with: the one this laptop wrote before; the only one there is when the working copy was lost.
 * Where several laptops wrote and it is not known which this is, a new chain begins: two must never share one.
 */
function ourDevice(deps: Deps, listing: VaultListing, meta: Pick<CacheMeta, 'device'> | null): Id {
  const devices = devicesOf(listing);
  if (meta !== null && (devices.length === 0 || devices.includes(meta.device))) return meta.device;
  const [only] = devices;
  return only !== undefined && devices.length === 1 ? only : randomId(deps.random);
}

/** The office file ahead of the index: the session names its member from the start. */
async function earlyOffice(store: OpenStore, meta: CacheMeta): Promise<void> {
  if (meta.office === null) return;
  const { id, revision } = meta.office;
  const [row] = await store.cache.read('files', [store.hidden('file', id)]).catch(() => []);
  if (row === undefined) return; // loading finds out and rebuilds
  const name = { kind: 'file', id, version: schemaVersion, revision };
  const opened = openRecord(store.keys, { owner: id, ring: 'case' }, name, row);
  if (!opened.ok) return;
  const { file } = store.records.openSealed({ id, scope: { owner: id, ring: 'case' }, revision, record: row });
  if (file.kind === 'office') store.office = file;
}

/** A vault without an office file is new, or its creation was interrupted before the first save. */
async function ensureOffice(store: OpenStore, setup: Setup | null): Promise<void> {
  if (store.office !== null || store.readOnly !== null) return;
  const { deps, keys, device } = store;
  const at = isoOf(deps.now());
  const { holder: memberId, role, slotId } = keys;
  const office = newOffice({ officeId: randomId(deps.random), memberId, slotId, device, role, at }, setup);
  await writeCommit(store, { label: 'vault.created', files: [{ before: null, after: office }], undoable: false });
}

/** The sample vault is never without its invented people, even when its making was interrupted. */
async function ensureSamples(store: OpenStore): Promise<void> {
  if (store.kind !== 'sample' || store.readOnly !== null) return;
  if (!store.index.entries.idsOf('case').next().done) return;
  const { sampleCases } = await import('#shared/domain/samples.ts');
  await importFiles(store, sampleCases(store.deps.today()));
}
