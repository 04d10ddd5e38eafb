/** The working copy: sealed rows under hidden names. Two tables, one write transaction, nothing else. */

export type CacheTable = 'files' | 'blocks';
export interface CacheRow {
  readonly k: string;
  readonly b: Uint8Array;
}
export interface CacheWrite {
  readonly files: readonly CacheRow[];
  readonly blocks: readonly CacheRow[];
}

export interface RowCache {
  /** Rows in the order of the keys; undefined where there is none. */
  read(table: CacheTable, keys: readonly string[]): Promise<(Uint8Array | undefined)[]>;
  /** All or nothing. */
  write(rows: CacheWrite): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}

/** Holds rows in memory: for a vault that opens read-only, and where the browser database cannot be opened. */
export function memoryCache(): RowCache {
  const tables = { files: new Map<string, Uint8Array>(), blocks: new Map<string, Uint8Array>() };
  return {
    read: async (table, keys) => keys.map((key) => tables[table].get(key)),
    write: async (rows) => {
      for (const { k, b } of rows.files) tables.files.set(k, b);
      for (const { k, b } of rows.blocks) tables.blocks.set(k, b);
    },
    clear: async () => {
      tables.files.clear();
      tables.blocks.clear();
    },
    close: () => {},
  };
}
