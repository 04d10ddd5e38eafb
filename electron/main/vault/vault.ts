/**
 * A vault's folder as main offers it to the store worker: bytes in, bytes out, one change at a time. Knows no key and
 * no client. Every function throws `AppError` (typed codes) and nothing else for what a disk can do.
 */
import path from 'node:path';
import type { VaultFiles, VaultKind, VaultListing } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/errors.ts';
import { parseHeader } from '#shared/vault/header.ts';
import { layBallast } from './ballast.ts';
import { readBlob, writeBlob } from './blobs.ts';
import { onDisk, orMissing } from './disk-error.ts';
import { readHeader, statusOf, type VaultStatus } from './header.ts';
import { Journal } from './journal.ts';
import { listSegments, segmentPath } from './journal-files.ts';
import { isHexId, isSegmentName, type Layout, layoutOf } from './layout.ts';
import { type ProcessTable, releaseLock, systemProcesses, takeLock } from './lockfile.ts';
import { clearPending, type Pending, readAllPending, writePending } from './pending.ts';
import { readNewestSnapshot, writeSnapshot } from './snapshots.ts';
import { nodeFs, type VaultFs } from './vault-fs.ts';
import { writeWhole } from './whole-file.ts';

/** The functions behind the contract's `vault.*` channels, plus `status`, `headerText`, `lock` and `close` for main. */
export interface VaultFolder {
  readonly kind: VaultKind;
  status(): Promise<VaultStatus>;
  /** For the derive process: see `slotsToDerive`. Throws `vault-missing`. */
  headerText(): Promise<string>;
  /** Takes the lock file if the folder exists and can be written; throws `vault-locked-by-other`. */
  lock(): Promise<void>;
  read(): Promise<VaultFiles>;
  list(): Promise<VaultListing>;
  readSegment(arg: { device: string; name: string; offset: number }): Promise<Uint8Array>;
  readSnapshot(): Promise<Uint8Array | null>;
  create(arg: { header: string; keys: Uint8Array; device: string }): Promise<true>;
  writeHeader(arg: { header: string }): Promise<true>;
  writeKeys(arg: { keys: Uint8Array }): Promise<true>;
  append(arg: { device: string; sequence: number; bytes: Uint8Array }): Promise<true>;
  cutTorn(arg: { device: string; name: string; keepBytes: number }): Promise<true>;
  pendingWrite(arg: { slot: string; bytes: Uint8Array }): Promise<true>;
  pendingReadAll(): Promise<Pending[]>;
  pendingClear(arg: { slot: string }): Promise<true>;
  blobWrite(arg: { id: string; bytes: Uint8Array }): Promise<true>;
  blobRead(arg: { id: string }): Promise<Uint8Array>;
  snapshotWrite(arg: { name: string; bytes: Uint8Array }): Promise<true>;
  /** Waits for what is under way, closes the journal and gives the lock back. */
  close(): Promise<void>;
}

export interface VaultFolderOptions {
  readonly kind: VaultKind;
  /** The vault's own folder, e.g. <user data>/vault. */
  readonly root: string;
  readonly fs?: VaultFs;
  readonly processes?: () => Promise<ProcessTable>;
  /** Wall clock in milliseconds. */
  readonly now?: () => number;
  readonly segmentBytes?: number;
}

/** Opens nothing yet; safe to make for a folder that does not exist. */
export function vaultFolder(options: VaultFolderOptions): VaultFolder {
  const { kind, fs = nodeFs, processes = systemProcesses, now = Date.now } = options;
  const layout = layoutOf(options.root);
  const inTurn = oneAtATime();
  const journals = new Map<string, Journal>();
  let table: ProcessTable | null = null;

  const journalOf = (device: string): Journal => {
    const journal = journals.get(device) ?? new Journal(fs, layout, device, options.segmentBytes);
    journals.set(device, journal);
    return journal;
  };
  const change = (work: () => Promise<void>): Promise<true> =>
    inTurn(async () => {
      await work();
      return true as const;
    });
  const takeOwnLock = async (): Promise<void> => {
    table ??= await processes();
    await takeLock(fs, layout, table);
  };

  return {
    kind,
    status: () => statusOf(fs, layout),
    headerText: () => mustReadHeader(fs, layout),
    lock: () =>
      inTurn(async () => {
        if (await isWritable(fs, layout)) await takeOwnLock();
      }),
    read: () => inTurn(() => readAll(fs, layout, kind)),
    list: () => inTurn(() => listAll(fs, layout, kind)),
    readSegment: ({ device, name, offset }) => inTurn(() => readSegment(fs, layout, { device, name, offset })),
    readSnapshot: () => inTurn(() => readNewestSnapshot(fs, layout)),
    create: ({ header, keys, device }) =>
      change(async () => {
        await prepareFolders(fs, layout);
        await takeOwnLock();
        await createVault(fs, layout, { header, keys, device });
      }),
    writeHeader: ({ header }) => change(() => writeHeader(fs, layout, header)),
    writeKeys: ({ keys }) => change(() => writeWhole(fs, layout.keys, keys)),
    append: ({ device, sequence, bytes }) => change(() => journalOf(device).append(sequence, bytes)),
    cutTorn: ({ device, name, keepBytes }) => change(() => journalOf(device).cutTorn(name, keepBytes)),
    pendingWrite: (pending) => change(() => writePending(fs, layout, pending)),
    pendingReadAll: () => inTurn(() => readAllPending(fs, layout)),
    pendingClear: ({ slot }) => change(() => clearPending(fs, layout, slot)),
    blobWrite: ({ id, bytes }) => change(() => writeBlob(fs, layout, id, bytes)),
    blobRead: ({ id }) => readBlob(fs, layout, id),
    snapshotWrite: ({ name, bytes }) => change(() => writeSnapshot(fs, layout, { name, bytes, now: now() })),
    close: () =>
      inTurn(async () => {
        for (const journal of journals.values()) await journal.close();
        journals.clear();
        if (table !== null) await releaseLock(fs, layout, table);
      }),
  };
}

/** A header that could not be read again never takes the place of one that can. */
async function writeHeader(fs: VaultFs, layout: Layout, header: string): Promise<void> {
  if (!parseHeader(header).ok) throw new AppError('bad-request', { what: 'header' });
  await writeWhole(fs, layout.header, Buffer.from(header));
}

/** Runs work strictly one after the other; a failure does not stop what follows. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined); // its caller has the error
    return result;
  };
}

async function mustReadHeader(fs: VaultFs, layout: Layout): Promise<string> {
  const text = await readHeader(fs, layout);
  if (text === null) throw new AppError('vault-missing');
  return text;
}

async function isWritable(fs: VaultFs, layout: Layout): Promise<boolean> {
  return fs.checkWritable(layout.root).then(
    () => true,
    () => false,
  );
}

async function listAll(fs: VaultFs, layout: Layout, kind: VaultKind): Promise<VaultListing> {
  const header = await mustReadHeader(fs, layout);
  return onDisk(async () => {
    const keys = await orMissing(fs.read(layout.keys), null);
    if (keys === null) throw new AppError('vault-damaged', { what: 'keys' });
    const segments = await listSegments(fs, layout);
    const writable = await isWritable(fs, layout);
    if (writable) await layBallast(fs, layout);
    return { kind, header, keys, segments, writable };
  });
}

async function readAll(fs: VaultFs, layout: Layout, kind: VaultKind): Promise<VaultFiles> {
  const { segments, ...rest } = await listAll(fs, layout, kind);
  const read: VaultFiles['segments'] = [];
  for (const { device, name } of segments) {
    const bytes = await onDisk(() => fs.read(segmentPath(layout, device, name)));
    read.push({ device, name, bytes });
  }
  return { ...rest, segments: read, snapshot: await readNewestSnapshot(fs, layout) };
}

async function readSegment(
  fs: VaultFs,
  layout: Layout,
  arg: { readonly device: string; readonly name: string; readonly offset: number },
): Promise<Uint8Array> {
  if (!isHexId(arg.device) || !isSegmentName(arg.name)) throw new AppError('bad-request', { what: 'segment' });
  return onDisk(() => fs.read(segmentPath(layout, arg.device, arg.name), arg.offset));
}

async function prepareFolders(fs: VaultFs, layout: Layout): Promise<void> {
  await onDisk(async () => {
    await fs.makeRoot(layout.root);
    for (const folder of [layout.journal, layout.pending, layout.snapshots, layout.blobs]) await fs.makeFolder(folder);
  });
}

/** Header last: a vault exists once its header does, and a crash before leaves none. */
async function createVault(
  fs: VaultFs,
  layout: Layout,
  given: { readonly header: string; readonly keys: Uint8Array; readonly device: string },
): Promise<void> {
  if ((await statusOf(fs, layout)) !== 'absent') throw new AppError('vault-exists');
  await onDisk(async () => {
    await fs.makeFolder(path.join(layout.journal, given.device));
    await fs.syncFolder(layout.journal);
    await fs.syncFolder(layout.root);
  });
  await layBallast(fs, layout);
  await writeWhole(fs, layout.keys, given.keys);
  await writeHeader(fs, layout, given.header);
}
