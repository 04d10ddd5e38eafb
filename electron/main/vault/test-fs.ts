/** File systems for tests: one that fails where told, one in memory that can lose power. */
import path from 'node:path';
import { nodeFs, type OpenFile, type VaultFs } from './vault-fs.ts';

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export type Operation =
  | 'open'
  | 'write'
  | 'dataSync'
  | 'sync'
  | 'truncate'
  | 'rename'
  | 'remove'
  | 'makeFolder'
  | 'syncFolder'
  | 'read';
export interface Call {
  readonly operation: Operation;
  readonly path: string;
  /** Counts calls from 1. */
  readonly index: number;
}

/** The real file system, but a call for which `fails` names a code does not happen (of a write: half of it does). */
export function faultyFs(fails: (call: Call) => string | null): VaultFs & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const meet = (operation: Operation, where: string): string | null => {
    const call = { operation, path: where, index: calls.length + 1 };
    calls.push(call);
    return fails(call);
  };
  const check = (operation: Operation, where: string): void => {
    const code = meet(operation, where);
    if (code !== null) throw systemError(code);
  };
  const wrap = (file: OpenFile, where: string): OpenFile => ({
    async write(bytes) {
      const code = meet('write', where);
      if (code === null) return file.write(bytes);
      await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
      throw systemError(code);
    },
    async dataSync() {
      check('dataSync', where);
      await file.dataSync();
    },
    async sync() {
      check('sync', where);
      await file.sync();
    },
    async truncate(length) {
      check('truncate', where);
      await file.truncate(length);
    },
    close: () => file.close(),
  });
  return {
    ...nodeFs,
    calls,
    async open(where, how) {
      check('open', where);
      return wrap(await nodeFs.open(where, how), where);
    },
    async read(where, offset) {
      check('read', where);
      return nodeFs.read(where, offset);
    },
    async makeFolder(where) {
      check('makeFolder', where);
      await nodeFs.makeFolder(where);
    },
    async rename(from, to) {
      check('rename', to);
      await nodeFs.rename(from, to);
    },
    async remove(where) {
      check('remove', where);
      await nodeFs.remove(where);
    },
    async syncFolder(where) {
      check('syncFolder', where);
      await nodeFs.syncFolder(where);
    },
  };
}

interface Inode {
  data: Uint8Array;
  /** What a power cut is sure to leave. */
  synced: Uint8Array;
}

/** How much of what was not flushed a power cut leaves. */
export type Loss = { readonly keepsNames: boolean; readonly keepsShare: number };

/** Files in memory with the promises of POSIX: content is safe after a flush, a name after its folder's flush. */
export class MemoryFs implements VaultFs {
  names = new Map<string, Inode>();
  #durable = new Map<string, Inode>();
  readonly #folders = new Set<string>();
  /** Called after every change: the place to cut the power. */
  onChange: () => void = () => undefined;

  /** What would be found after a power cut now. */
  afterPowerCut({ keepsNames, keepsShare }: Loss): MemoryFs {
    const left = new MemoryFs();
    for (const folder of this.#folders) left.#folders.add(folder);
    for (const [name, { data, synced }] of keepsNames ? this.names : this.#durable) {
      const kept = Math.floor(Math.max(0, data.length - synced.length) * keepsShare);
      const isChanged = data.length < synced.length || Buffer.compare(data.subarray(0, synced.length), synced) !== 0;
      const content = isChanged ? (keepsShare === 1 ? data : synced) : data.subarray(0, synced.length + kept);
      left.names.set(name, { data: content.slice(), synced: content.slice() });
    }
    left.#durable = new Map(left.names);
    return left;
  }

  async open(where: string, how: 'append' | 'create' | 'change'): Promise<OpenFile> {
    const existing = this.names.get(where);
    if (how === 'create' && existing !== undefined) throw systemError('EEXIST');
    if (existing === undefined && (how === 'change' || !this.#folders.has(path.dirname(where))))
      throw systemError('ENOENT');
    const inode = existing ?? { data: new Uint8Array(0), synced: new Uint8Array(0) };
    this.names.set(where, inode);
    this.onChange();
    const flush = async (): Promise<void> => {
      inode.synced = inode.data;
      this.onChange();
    };
    return {
      write: async (bytes) => {
        inode.data = new Uint8Array([...inode.data, ...bytes]);
        this.onChange();
      },
      dataSync: flush,
      sync: flush,
      truncate: async (length) => {
        inode.data = inode.data.slice(0, length);
        this.onChange();
      },
      close: async () => undefined,
    };
  }
  async read(where: string, offset = 0): Promise<Uint8Array> {
    return this.#inode(where).data.slice(offset);
  }
  async size(where: string): Promise<number> {
    return this.#inode(where).data.length;
  }
  async changedAt(): Promise<number> {
    return 0;
  }
  async list(where: string): Promise<string[]> {
    if (!this.#folders.has(where)) throw systemError('ENOENT');
    return [...this.names.keys(), ...this.#folders]
      .filter((name) => path.dirname(name) === where)
      .map((name) => path.basename(name));
  }
  async makeFolder(where: string): Promise<void> {
    if (!this.#folders.has(path.dirname(where))) throw systemError('ENOENT');
    this.#folders.add(where);
  }
  async makeRoot(where: string): Promise<void> {
    this.#folders.add(where);
  }
  async rename(from: string, to: string): Promise<void> {
    this.names.set(to, this.#inode(from));
    this.names.delete(from);
    this.onChange();
  }
  async remove(where: string): Promise<void> {
    this.names.delete(where);
    this.onChange();
  }
  async syncFolder(where: string): Promise<void> {
    for (const name of [...this.#durable.keys()]) if (path.dirname(name) === where) this.#durable.delete(name);
    for (const [name, inode] of this.names) if (path.dirname(name) === where) this.#durable.set(name, inode);
    this.onChange();
  }
  async free(): Promise<number> {
    return Number.MAX_SAFE_INTEGER;
  }
  async checkWritable(): Promise<void> {}

  #inode(where: string): Inode {
    const inode = this.names.get(where);
    if (inode === undefined) throw systemError('ENOENT');
    return inode;
  }
}
