/**
 * Appending to one device's journal. Main reads only clear headers: whole entries of this device, in sequence.
 * After an error the descriptor is closed and never flushed again; what was not acknowledged is taken back by a new
 * descriptor, and the next save goes to a new file. After an input/output error (EIO) it stays read-only until the vault is
 * opened again: Linux may have dropped the pages and calls them clean.
 */
import path from 'node:path';
import { AppError } from '#shared/errors.ts';
import { decodeEntry } from '#shared/vault/entry.ts';
import { dropBallast } from './ballast.ts';
import { toDiskError } from './disk-error.ts';
import { segmentNames, segmentPath } from './journal-files.ts';
import { type Layout, segmentName, segmentNumber } from './layout.ts';
import type { OpenFile, VaultFs } from './vault-fs.ts';

export const SEGMENT_BYTES = 16 * 1024 * 1024;

/** Where appending stands: the open file, its acknowledged length and the last acknowledged sequence. */
interface Position {
  readonly file: OpenFile;
  readonly name: string;
  length: number;
  sequence: number;
}

export class Journal {
  readonly #fs: VaultFs;
  readonly #layout: Layout;
  readonly #device: string;
  readonly #segmentBytes: number;
  #position: Position | null = null;
  /** Segment to take back to its acknowledged length before anything else is written. */
  #takeBack: { readonly name: string; readonly length: number } | null = null;
  #freshSegment = false;
  #broken: AppError | null = null;

  constructor(fs: VaultFs, layout: Layout, device: string, segmentBytes: number = SEGMENT_BYTES) {
    this.#fs = fs;
    this.#layout = layout;
    this.#device = device;
    this.#segmentBytes = segmentBytes;
  }

  /**
   * Appends whole entries, the first with this sequence, and resolves once they are flushed. Throws `bad-request`
   * for bytes that are not entries of this device, `out-of-sequence` {expected, got}, `vault-damaged` when the
   * file's end is not an entry's end (never appended after), `read-only-mode` after an input/output error, or a disk error.
   */
  async append(sequence: number, bytes: Uint8Array): Promise<void> {
    if (this.#broken !== null) throw new AppError('read-only-mode', { because: this.#broken.code });
    const last = lastSequence(this.#device, sequence, bytes);
    try {
      await this.#write(sequence, last, bytes);
    } catch (error) {
      const failure = await this.#afterFailure(error);
      const makesRoom = failure.code === 'disk-full' && (await dropBallast(this.#fs, this.#layout).catch(() => false));
      if (!makesRoom) throw failure;
      try {
        await this.#write(sequence, last, bytes);
      } catch (second) {
        throw await this.#afterFailure(second);
      }
    }
  }

  /**
   * Cuts the end of the last segment, which the caller proved torn. The cut bytes go to `cut/` first; the next save
   * goes to a new segment. Throws `bad-request` when it is not the last segment or not an entry's end.
   */
  async cutTorn(name: string, keepBytes: number): Promise<void> {
    await this.close();
    try {
      const names = await segmentNames(this.#fs, this.#layout, this.#device);
      if (names.at(-1) !== name) throw new AppError('bad-request', { what: 'segment' });
      const file = this.#path(name);
      const bytes = await this.#fs.read(file);
      if (keepBytes >= bytes.length || !endsWhole(bytes.subarray(0, keepBytes))) {
        throw new AppError('bad-request', { what: 'keepBytes' });
      }
      await this.#keepCut(name, keepBytes, bytes.subarray(keepBytes));
      await this.#shorten(name, keepBytes);
      this.#freshSegment = true;
    } catch (error) {
      throw toDiskError(error);
    }
  }

  /** Closes the file; what was appended is flushed already. */
  async close(): Promise<void> {
    const file = this.#position?.file;
    this.#position = null;
    await file?.close().catch(() => undefined); // nothing unflushed depends on it
  }

  async #write(sequence: number, last: number, bytes: Uint8Array): Promise<void> {
    const position = await this.#placeFor(bytes.length);
    if (sequence !== position.sequence + 1) {
      throw new AppError('out-of-sequence', { expected: position.sequence + 1, got: sequence });
    }
    this.#takeBack = { name: position.name, length: position.length };
    await position.file.write(bytes);
    await position.file.dataSync();
    // An open descriptor goes on working after its folder was deleted or its disk replaced.
    const length = position.length + bytes.length;
    if ((await this.#fs.size(this.#path(position.name))) !== length) {
      throw new AppError('disk-error', { system: 'length' });
    }
    this.#takeBack = null;
    position.length = length;
    position.sequence = last;
  }

  async #placeFor(length: number): Promise<Position> {
    if (this.#takeBack !== null) {
      await this.#shorten(this.#takeBack.name, this.#takeBack.length);
      this.#takeBack = null;
      this.#freshSegment = true;
    }
    const open = this.#position;
    if (open !== null && (open.length === 0 || open.length + length <= this.#segmentBytes)) return open;
    const names = await segmentNames(this.#fs, this.#layout, this.#device);
    const state = open ?? (await this.#stateOnDisk(names));
    await this.close();
    const isFull = state.length > 0 && state.length + length > this.#segmentBytes;
    const needsNew = state.name === null || this.#freshSegment || isFull;
    const number = names.reduce((highest, name) => Math.max(highest, segmentNumber(name)), 0) + 1;
    const name = state.name === null || needsNew ? segmentName(number) : state.name;
    if (needsNew) await this.#fs.makeFolder(path.join(this.#layout.journal, this.#device));
    const file = await this.#fs.open(this.#path(name), needsNew ? 'create' : 'append');
    const position = { file, name, length: needsNew ? 0 : state.length, sequence: state.sequence };
    this.#position = position;
    if (position.length === 0) {
      await this.#fs.syncFolder(path.join(this.#layout.journal, this.#device));
      await this.#fs.syncFolder(this.#layout.journal);
    }
    this.#freshSegment = false;
    return position;
  }

  /** Reads the last segment with entries to learn where the chain stands. */
  async #stateOnDisk(names: readonly string[]): Promise<{ name: string | null; length: number; sequence: number }> {
    const newest = names.at(-1) ?? null;
    let length = 0;
    for (const name of [...names].reverse()) {
      const bytes = await this.#fs.read(this.#path(name));
      if (name === newest) length = bytes.length;
      if (bytes.length === 0) continue;
      const sequence = lastWholeSequence(bytes);
      if (sequence === null) throw new AppError('vault-damaged', { what: 'journal' });
      return { name: newest, length, sequence };
    }
    return { name: newest, length, sequence: 0 };
  }

  async #afterFailure(error: unknown): Promise<AppError> {
    const failure = toDiskError(error);
    if (failure.code === 'disk-error') this.#broken = failure;
    await this.close();
    if (this.#takeBack === null) return failure;
    try {
      await this.#shorten(this.#takeBack.name, this.#takeBack.length);
      this.#takeBack = null;
      this.#freshSegment = true;
    } catch {
      // The disk refuses even this; `takeBack` stays and is tried before the next save.
    }
    return failure;
  }

  #path(name: string): string {
    return segmentPath(this.#layout, this.#device, name);
  }

  async #shorten(name: string, length: number): Promise<void> {
    const file = await this.#fs.open(this.#path(name), 'change');
    try {
      await file.truncate(length);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #keepCut(name: string, keepBytes: number, cut: Uint8Array): Promise<void> {
    const folder = path.join(this.#layout.journal, this.#device, 'cut');
    await this.#fs.makeFolder(folder);
    const kept = path.join(folder, `${name}.${keepBytes}.${(await this.#fs.list(folder)).length + 1}`);
    const file = await this.#fs.open(kept, 'create');
    try {
      await file.write(cut);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#fs.syncFolder(folder);
  }
}

/** Sequence of the last entry of an append; throws unless all are whole, of this device and without gap. */
function lastSequence(device: string, first: number, bytes: Uint8Array): number {
  let expected = first;
  for (let at = 0; at < bytes.length; ) {
    const decoded = decodeEntry(bytes, at);
    if (decoded.kind !== 'entry' || decoded.entry.header.device !== device) {
      throw new AppError('bad-request', { what: 'entry' });
    }
    const { sequence } = decoded.entry.header;
    if (sequence !== expected) throw new AppError('out-of-sequence', { expected, got: sequence });
    expected += 1;
    at += decoded.entry.size;
  }
  if (expected === first) throw new AppError('bad-request', { what: 'entry' });
  return expected - 1;
}

/** Sequence of the last entry of a segment, or null when it does not end with a whole entry. */
function lastWholeSequence(bytes: Uint8Array): number | null {
  let sequence: number | null = null;
  for (let at = 0; at < bytes.length; ) {
    const decoded = decodeEntry(bytes, at);
    if (decoded.kind !== 'entry') return null;
    sequence = decoded.entry.header.sequence;
    at += decoded.entry.size;
  }
  return sequence;
}
function endsWhole(bytes: Uint8Array): boolean {
  return bytes.length === 0 || lastWholeSequence(bytes) !== null;
}
