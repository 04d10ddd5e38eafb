/**
 * The file system as the vault uses it: few calls, each of which a test can make fail. The real one is Node's;
 * files are made 0600 and folders 0700 whatever the umask says.
 */
import fs from 'node:fs/promises';

export interface OpenFile {
  /** Writes all bytes at the file's position (append) or rejects; some may have been written then. */
  write(bytes: Uint8Array): Promise<void>;
  /** Flushes data and length (fdatasync). */
  dataSync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface VaultFs {
  /** 'append' creates if missing; 'create' fails if it exists; 'change' fails if it does not. */
  open(path: string, how: 'append' | 'create' | 'change'): Promise<OpenFile>;
  /** Bytes from `offset` to the end. */
  read(path: string, offset?: number): Promise<Uint8Array>;
  size(path: string): Promise<number>;
  /** Milliseconds of the last change. */
  changedAt(path: string): Promise<number>;
  list(path: string): Promise<string[]>;
  /** Makes one folder, or leaves it if it is there; its parent must exist (a vanished disk is not rebuilt by accident). */
  makeFolder(path: string): Promise<void>;
  /** Makes a folder with all its parents. */
  makeRoot(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes names in a folder durable; does nothing where folders cannot be flushed (Windows). */
  syncFolder(path: string): Promise<void>;
  /** Free bytes for this user. */
  free(path: string): Promise<number>;
  /** Resolves when the folder can be written to. */
  checkWritable(path: string): Promise<void>;
}

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;
const FLAGS = { append: 'a', create: 'wx', change: 'r+' } as const;

class NodeOpenFile implements OpenFile {
  readonly #handle: fs.FileHandle;
  constructor(handle: fs.FileHandle) {
    this.#handle = handle;
  }
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, at, bytes.length - at);
      at += bytesWritten;
    }
  }
  dataSync(): Promise<void> {
    return this.#handle.datasync();
  }
  sync(): Promise<void> {
    return this.#handle.sync();
  }
  truncate(length: number): Promise<void> {
    return this.#handle.truncate(length);
  }
  close(): Promise<void> {
    return this.#handle.close();
  }
}

export const nodeFs: VaultFs = {
  async open(path, how) {
    const handle = await fs.open(path, FLAGS[how], FILE_MODE);
    try {
      if (how !== 'change') await handle.chmod(FILE_MODE);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new NodeOpenFile(handle);
  },
  async read(path, offset = 0) {
    if (offset === 0) return new Uint8Array(await fs.readFile(path));
    const handle = await fs.open(path, 'r');
    try {
      const length = Math.max(0, (await handle.stat()).size - offset);
      const bytes = new Uint8Array(length);
      let at = 0;
      while (at < length) {
        const { bytesRead } = await handle.read(bytes, at, length - at, offset + at);
        if (bytesRead === 0) break;
        at += bytesRead;
      }
      return bytes.subarray(0, at);
    } finally {
      await handle.close();
    }
  },
  size: async (path) => (await fs.stat(path)).size,
  changedAt: async (path) => (await fs.stat(path)).mtimeMs,
  list: (path) => fs.readdir(path),
  async makeFolder(path) {
    await fs.mkdir(path, { mode: FOLDER_MODE }).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
    await fs.chmod(path, FOLDER_MODE);
  },
  async makeRoot(path) {
    await fs.mkdir(path, { recursive: true, mode: FOLDER_MODE });
    await fs.chmod(path, FOLDER_MODE);
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
  async syncFolder(path) {
    if (process.platform === 'win32') return;
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  async free(path) {
    const { bavail, bsize } = await fs.statfs(path);
    return bavail * bsize;
  },
  checkWritable: (path) => fs.access(path, fs.constants.W_OK | fs.constants.X_OK),
};
