/**
 * Versions of the working copy's database. A version is never edited after a release: a change of tables is a new
 * version with its step. What is inside the rows is not migrated here: a row of another format is rebuilt from the
 * journal. A database of a newer program is not touched (`isNewer`).
 */
import type { Dexie } from 'dexie';

export interface CacheVersion {
  readonly version: number;
  /** Dexie's schema text; the primary key only: no plaintext index may exist. */
  readonly tables: Readonly<Record<string, string>>;
}

export const cacheVersions: readonly CacheVersion[] = [{ version: 1, tables: { files: 'k', blocks: 'k' } }];

export const newestVersion = Math.max(...cacheVersions.map(({ version }) => version));

export function declareVersions(db: Dexie): void {
  for (const { version, tables } of cacheVersions) db.version(version).stores({ ...tables });
}

/** Whether a database on disk is of a newer program. Dexie's number in IndexedDB is ten times the declared one. */
export function isNewer(found: number): boolean {
  return found > newestVersion * 10;
}
