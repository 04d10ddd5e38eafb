/**
 * Brings the working copy up to the journal, a moment behind the commits: changed files, their blocks and the meta
 * record in one transaction, so that the copy is always of one moment. Nothing on screen waits for it.
 */
import { openLarge, sealLarge, VAULT_SCOPE } from '#shared/vault/vault.ts';
import type { CacheRow } from '../cache/row-cache.ts';
import { encodeEntry, INDEX_FORMAT } from '../index/codec.ts';
import type { Block } from '../index/store-index.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import { heldRings, sealMeta } from './cache-meta.ts';
import { ask } from './deps.ts';
import type { OpenStore } from './open-store.ts';

/** Rows of the first screen kept in the meta record. */
const FIRST_ROWS = 60;
/** A flush starts this long after the last commit, in ms. */
const AFTER = 250;
/** With this many files waiting it starts at once. */
export const MANY_FILES = 1000;

const running = new WeakMap<OpenStore, Promise<void>>();
const planned = new WeakMap<OpenStore, () => void>();

/** Plans a flush soon; more commits until then are taken along. */
export function flushSoon(store: OpenStore): void {
  planned.get(store)?.();
  const wait = store.records.dirtyCount >= MANY_FILES ? 0 : AFTER;
  planned.set(
    store,
    store.deps.later(wait, () => void flushCache(store)),
  );
}

/** Calls a planned flush off: the session is over. */
export function stopFlushing(store: OpenStore): void {
  planned.get(store)?.();
  planned.delete(store);
}

/** Writes everything that waits; one flush at a time. */
export async function flushCache(store: OpenStore): Promise<void> {
  stopFlushing(store);
  const former = running.get(store) ?? Promise.resolve();
  const next = former.then(() => flushOnce(store));
  running.set(store, next);
  await next;
}

async function flushOnce(store: OpenStore): Promise<void> {
  const { index, records, cache } = store;
  // A copy that stands beside a damaged journal knows what the journal lost: it is left as it is.
  if (store.readOnly?.code === 'vault-damaged' && !store.isRebuilding) return;
  const files = records.sealDirty();
  const changed = [...index.dirty];
  // Everything is taken over before the first wait, so that the rows are of one moment.
  const sealing = changed.map((block) => {
    block.revision += 1;
    return sealBlock(store, block, index.bytesOf(block));
  });
  index.dirty.clear();
  const meta = store.isRebuilding ? [] : [metaRow(store)];
  try {
    const blocks = [...(await Promise.all(sealing)), ...meta];
    await cache.write({ files: files.map(([, , row]) => row), blocks });
    records.written(files);
  } catch {
    // The copy stays behind the journal, which has everything; the next flush or unlock catches up.
    for (const block of changed) index.dirty.add(block);
  }
}

function blockName(key: string, revision: number) {
  return { kind: 'index', id: key, version: INDEX_FORMAT, revision };
}

async function sealBlock({ keys, deps }: OpenStore, { key, revision }: Block, data: Uint8Array): Promise<CacheRow> {
  const given = {
    scope: VAULT_SCOPE,
    name: blockName(key, revision),
    cipher: deps.blobCipher,
    data,
    random: deps.random,
  };
  return { k: key, b: await sealLarge(keys, given) };
}

/** The content of a stored block; null when it is not the one of this name and revision. */
export async function openBlock(
  { keys, deps }: OpenStore,
  key: string,
  revision: number,
  bytes: Uint8Array,
): Promise<Uint8Array | null> {
  const given = { scope: VAULT_SCOPE, name: blockName(key, revision), cipher: deps.blobCipher, bytes };
  const opened = await openLarge(keys, given);
  return opened.ok ? opened.value : null;
}

function metaRow(store: OpenStore): CacheRow {
  const { index, keys, deps, office } = store;
  const first = index.people.inNameOrder().slice(0, FIRST_ROWS);
  const cases = new Set(first.map(({ entry }) => entry));
  const officeEntry = office === null ? undefined : index.entries.get(office.id);
  const meta = {
    format: INDEX_FORMAT,
    schema: schemaVersion,
    rings: heldRings(keys),
    device: store.device,
    heads: [...store.heads.values()],
    places: [...store.places.values()],
    office: officeEntry === undefined ? null : { id: officeEntry.id, revision: officeEntry.revision },
    blocks: [...index.blocks.values()].map((block) => [block.key, block.revision] as const),
    total: index.people.size,
    first: { ids: first.map(({ person }) => person.personId), entries: [...cases].map(encodeEntry) },
  };
  return { k: store.hidden('meta', 'meta'), b: sealMeta(keys, meta, deps.random) };
}

/**
 * Notes the place right behind our last entry, so that the next unlock reads only what comes after. Main decides where
 * a segment ends, so it is asked; call while no write is under way.
 */
export async function notePlace(store: OpenStore): Promise<void> {
  const head = store.heads.get(store.device);
  if (head === undefined || head.sequence === store.places.get(store.device)?.head.sequence) return;
  const { segments } = await ask(store.deps, 'vault.list', undefined);
  const last = segments.filter(({ device }) => device === store.device).at(-1);
  if (last !== undefined) store.places.set(store.device, { head, segment: last.name, offset: last.length });
}
