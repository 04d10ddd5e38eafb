/** The working copy in IndexedDB by Dexie. Relaxed durability: it can always be rebuilt from the journal. */
import { Dexie, type DexieOptions, type Table } from 'dexie';
import { AppError } from '#shared/errors.ts';
import { declareVersions, isNewer } from '../migrations/index.ts';
import type { CacheRow, CacheTable, CacheWrite, RowCache } from './row-cache.ts';

export interface DexieSurroundings {
  readonly indexedDB?: Pick<IDBFactory, 'open' | 'databases'>;
  readonly IDBKeyRange?: DexieOptions['IDBKeyRange'];
}

/**
 * Opens the database of one vault. Throws `vault-newer-version` for a database of a newer program, which is not opened: Dexie
 * would open it under its old number and write into it. Throws whatever IndexedDB says when it cannot be opened (disk full, no
 * permission).
 */
export async function openDexieCache(name: string, surroundings: DexieSurroundings = {}): Promise<RowCache> {
  const found = await (surroundings.indexedDB ?? indexedDB).databases();
  if (isNewer(found.find((each) => each.name === name)?.version ?? 0)) {
    throw new AppError('vault-newer-version', { what: 'cache' });
  }
  const db = new Dexie(name, { ...surroundings, chromeTransactionDurability: 'relaxed', autoOpen: false });
  declareVersions(db);
  await db.open();
  const tables: Readonly<Record<CacheTable, Table<CacheRow, string>>> = {
    files: db.table('files'),
    blocks: db.table('blocks'),
  };
  return {
    read: async (table, keys) => (await tables[table].bulkGet([...keys])).map((row) => row?.b),
    write: (rows: CacheWrite) =>
      db.transaction('rw', tables.files, tables.blocks, async () => {
        if (rows.files.length > 0) await tables.files.bulkPut([...rows.files]);
        if (rows.blocks.length > 0) await tables.blocks.bulkPut([...rows.blocks]);
      }),
    clear: () =>
      db.transaction('rw', tables.files, tables.blocks, async () => {
        await tables.files.clear();
        await tables.blocks.clear();
      }),
    close: () => db.close(),
  };
}
