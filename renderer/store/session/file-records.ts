/**
 * Files of the working copy, each sealed under its owner's key together with its history. The files in use and those
 * not yet written to the cache are in memory.
 */
import type { Id } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import { ringOfKind, type StoredFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import { openRecord, type OwnedScope, type Random, sealCopy, type VaultKeys } from '#shared/vault/vault.ts';
import type { CacheRow, RowCache } from '../cache/row-cache.ts';
import type { HistoryRow } from '../contract.ts';
import { ownerOf } from '../index/entries.ts';
import type { StoreIndex } from '../index/store-index.ts';
import type { HiddenName } from './hidden-name.ts';

export interface FileRecord {
  readonly file: StoredFile;
  readonly revision: number;
  /** Commits that touched it, oldest first. */
  readonly history: readonly HistoryRow[];
  /** Paths that two laptops wrote differently, as `a/b/c`. */
  readonly conflicts: readonly string[];
}

/** Opened files kept at hand. */
const KEPT = 300;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function scopeOf(file: StoredFile): OwnedScope {
  return { owner: ownerOf(file), ring: ringOfKind[file.kind] };
}
function nameOf(id: Id, revision: number) {
  return { kind: 'file', id, version: schemaVersion, revision };
}

/** Whether the working copy is what went wrong: it can be made anew. */
export function isCopyDamaged(error: unknown): boolean {
  return error instanceof AppError && error.code === 'vault-damaged' && error.detail.what === 'cache';
}

export interface SealedFile {
  readonly id: Id;
  readonly scope: OwnedScope;
  readonly revision: number;
  readonly record: Uint8Array;
}

export class FileRecords {
  readonly #keys: VaultKeys;
  readonly #cache: RowCache;
  readonly #index: StoreIndex;
  readonly #hidden: HiddenName;
  readonly #random: Random;
  readonly #dirty = new Map<Id, FileRecord>();
  readonly #recent = new Map<Id, FileRecord>();

  constructor(given: {
    readonly keys: VaultKeys;
    readonly cache: RowCache;
    readonly index: StoreIndex;
    readonly hidden: HiddenName;
    readonly random: Random;
  }) {
    this.#keys = given.keys;
    this.#cache = given.cache;
    this.#index = given.index;
    this.#hidden = given.hidden;
    this.#random = given.random;
  }

  get dirtyCount(): number {
    return this.#dirty.size;
  }

  /**
   * The file, or null when there is none. Throws `vault-damaged` {what: 'cache'} when its row is missing, cannot be read
   * or is not the one that the index names.
   */
  async load(id: Id): Promise<FileRecord | null> {
    const [record] = await this.loadMany([id]);
    return record ?? null;
  }

  async loadMany(ids: readonly Id[]): Promise<(FileRecord | null)[]> {
    const missing = ids.filter((id) => this.#held(id) === undefined && this.#index.entries.has(id));
    if (missing.length > 0) {
      const names = missing.map((id) => this.#hidden('file', id));
      // What the browser's database says of it helps nobody: the copy is made anew.
      const rows = await this.#cache.read('files', names).catch(() => []);
      for (const [at, id] of missing.entries()) this.#keep(id, this.#open(id, rows[at]));
    }
    return ids.map((id) => this.#held(id) ?? null);
  }

  put(id: Id, record: FileRecord): void {
    this.#dirty.set(id, record);
    this.#recent.delete(id);
  }
  remove(id: Id): void {
    this.#dirty.delete(id);
    this.#recent.delete(id);
  }

  /** Seals what is not in the cache yet; call `written` with the same list once it is. */
  sealDirty(): readonly (readonly [Id, FileRecord, CacheRow])[] {
    return [...this.#dirty].map(([id, record]) => [id, record, { k: this.#hidden('file', id), b: this.#seal(record) }]);
  }
  written(rows: readonly (readonly [Id, FileRecord, CacheRow])[]): void {
    for (const [id, record] of rows) {
      if (this.#dirty.get(id) !== record) continue;
      this.#dirty.delete(id);
      this.#keep(id, record);
    }
  }

  /** The sealed rows of many files, for a snapshot. */
  async sealed(ids: readonly Id[]): Promise<SealedFile[]> {
    const rows = await this.#cache.read(
      'files',
      ids.map((id) => this.#hidden('file', id)),
    );
    return ids.flatMap((id, at) => {
      const entry = this.#index.entries.get(id);
      const dirty = this.#dirty.get(id);
      const record = dirty === undefined ? rows[at] : this.#seal(dirty);
      if (entry === undefined || record === undefined) return [];
      const scope = { owner: entry.owner, ring: ringOfKind[entry.kind] };
      return [{ id, scope, revision: entry.revision, record }];
    });
  }

  /** Opens a sealed row that is not in the cache yet (from a snapshot). */
  openSealed(sealed: SealedFile): FileRecord {
    const opened = openRecord(this.#keys, sealed.scope, nameOf(sealed.id, sealed.revision), sealed.record);
    if (!opened.ok) throw new AppError(opened.code, opened.detail);
    return { ...(JSON.parse(decoder.decode(opened.value)) as Omit<FileRecord, 'revision'>), revision: sealed.revision };
  }

  #held(id: Id): FileRecord | undefined {
    const dirty = this.#dirty.get(id);
    if (dirty !== undefined) return dirty;
    const recent = this.#recent.get(id);
    if (recent !== undefined) this.#keep(id, recent);
    return recent;
  }
  #keep(id: Id, record: FileRecord): void {
    this.#recent.delete(id);
    this.#recent.set(id, record);
    if (this.#recent.size <= KEPT) return;
    for (const oldest of this.#recent.keys()) {
      this.#recent.delete(oldest);
      break;
    }
  }
  #open(id: Id, row: Uint8Array | undefined): FileRecord {
    const entry = this.#index.entries.get(id);
    if (entry === undefined || row === undefined) throw new AppError('vault-damaged', { what: 'cache' });
    const scope = { owner: entry.owner, ring: ringOfKind[entry.kind] };
    const opened = openRecord(this.#keys, scope, nameOf(id, entry.revision), row);
    if (!opened.ok) throw new AppError('vault-damaged', { what: 'cache' });
    return { ...(JSON.parse(decoder.decode(opened.value)) as Omit<FileRecord, 'revision'>), revision: entry.revision };
  }
  #seal({ file, revision, history, conflicts }: FileRecord): Uint8Array {
    const data = encoder.encode(JSON.stringify({ file, history, conflicts }));
    return sealCopy(this.#keys, scopeOf(file), nameOf(file.id, revision), data, this.#random);
  }
}
