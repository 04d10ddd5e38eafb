/**
 * The chain of one device, checked without keys: sequence without gaps, each header naming the one before, clock never
 * back. Decides between *torn* and *damaged* (design §4): torn only if the file ends inside the entry, no later
 * segment exists, and no witness (Dexie, snapshot, backup) knows that sequence. Everything else is damage: nothing is
 * cut, and the saves that cannot be vouched for are named.
 */
import { sameBytes } from './canonical.ts';
import { compareClocks, ZERO_CLOCK } from './clock.ts';
import { decodeEntry, ENTRY_MAGIC, genesisHash, PRELUDE_BYTES, type Entry } from './entry.ts';
import type { Clock, Head } from './types.ts';

/** A segment file; `start` is where `bytes` begins in it when only its tail was read (0 = whole). */
export interface SegmentBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly start?: number;
}

/** Somebody else's knowledge of the chain: that it reached `sequence`, and perhaps with which header hash. */
export interface Witness {
  readonly sequence: number;
  readonly hash?: string;
}

export interface ChainInput {
  readonly vault: string;
  readonly device: string;
  /** In name order. When `from` is given they begin right after that head. */
  readonly segments: readonly SegmentBytes[];
  /** A head that was verified before; without it the chain is checked from its beginning. */
  readonly from?: Head;
  readonly witnesses: readonly Witness[];
}

export interface PlacedEntry extends Entry {
  readonly segment: string;
  readonly offset: number;
}

export interface Damage {
  readonly device: string;
  readonly reason: 'unreadable' | 'chain' | 'missing' | 'content' | 'key' | 'parts';
  readonly segment: string;
  readonly offset: number;
  /** Saves (sequences) that cannot be vouched for, first to last as far as known. */
  readonly from: number;
  readonly to: number;
  /** Clock of the last good entry before. */
  readonly after: Clock;
}

export interface Torn {
  readonly segment: string;
  /** Length of the file that stays. */
  readonly keepBytes: number;
  readonly tornBytes: number;
}

export interface Chain {
  readonly state: 'intact' | 'torn' | 'damaged' | 'newer';
  readonly entries: readonly PlacedEntry[];
  /** The last good entry, with the place where the next one would stand. */
  readonly head: Head & { readonly segment: string; readonly offset: number };
  readonly torn: Torn | null;
  readonly damage: Damage | null;
}

/** Head of a device that has written nothing yet. */
export function firstHead(vault: string, device: string): Head {
  return { device, sequence: 0, hash: genesisHash(vault, device), clock: ZERO_CLOCK };
}

/** Checks a device's chain; see the file's head. `newer` means an entry of a newer program: refuse the vault untouched. */
export function verifyChain(input: ChainInput): Chain {
  const entries: PlacedEntry[] = [];
  let head = input.from ?? firstHead(input.vault, input.device);
  let place = { segment: input.segments[0]?.name ?? '', offset: input.segments[0]?.start ?? 0 };
  for (const [index, segment] of input.segments.entries()) {
    const start = segment.start ?? 0;
    let at = 0;
    place = { segment: segment.name, offset: start };
    while (at < segment.bytes.length) {
      place = { segment: segment.name, offset: start + at };
      const decoded = decodeEntry(segment.bytes, at);
      if (decoded.kind === 'newer') return stopped('newer', { entries, head, place }, null, null);
      if (decoded.kind === 'short' && isTorn(input, index, head)) {
        const torn = { segment: segment.name, keepBytes: start + at, tornBytes: segment.bytes.length - at };
        return stopped('torn', { entries, head, place }, torn, null);
      }
      if (decoded.kind !== 'entry') return damaged(input, { entries, head, place }, 'unreadable', index, at);
      const { entry } = decoded;
      if (!follows(head, entry, input.witnesses)) return damaged(input, { entries, head, place }, 'chain', index, at);
      entries.push({ ...entry, ...place });
      const { sequence, clock, device } = entry.header;
      head = { device, sequence, hash: entry.hash, clock };
      at += entry.size;
      place = { segment: segment.name, offset: start + at };
    }
  }
  if (highestWitness(input) > head.sequence) return damaged(input, { entries, head, place }, 'missing', 0, 0);
  return stopped('intact', { entries, head, place }, null, null);
}

/** What was good up to here, and where the next entry would stand. */
interface Seen {
  readonly entries: readonly PlacedEntry[];
  readonly head: Head;
  readonly place: { readonly segment: string; readonly offset: number };
}

function isTorn(input: ChainInput, index: number, head: Head): boolean {
  return index === input.segments.length - 1 && highestWitness(input) <= head.sequence;
}

function highestWitness(input: ChainInput): number {
  return input.witnesses.reduce((highest, witness) => Math.max(highest, witness.sequence), 0);
}

function follows(head: Head, entry: Entry, witnesses: readonly Witness[]): boolean {
  const { header, hash } = entry;
  if (header.device !== head.device || header.sequence !== head.sequence + 1 || header.previous !== head.hash) {
    return false;
  }
  if (compareClocks(header.clock, head.clock) <= 0) return false;
  return witnesses.every(
    (witness) => witness.sequence !== header.sequence || witness.hash === undefined || witness.hash === hash,
  );
}

function damaged(input: ChainInput, seen: Seen, reason: Damage['reason'], index: number, at: number): Chain {
  const { head, place } = seen;
  const named = reason === 'missing' ? 0 : highestAfter(input.segments, index, at);
  const from = head.sequence + 1;
  // A header may lie about its sequence: no more saves than the bytes could hold.
  const bytes = input.segments.reduce((sum, segment) => sum + segment.bytes.length, 0);
  const most = from + Math.floor(bytes / PRELUDE_BYTES);
  const to = Math.max(from, Math.min(named, most), highestWitness(input));
  const damage: Damage = { device: input.device, reason, ...place, from, to, after: head.clock };
  return stopped('damaged', seen, null, damage);
}

/** Highest sequence that any readable header behind the damage names: how many saves are in doubt. */
function highestAfter(segments: readonly SegmentBytes[], index: number, at: number): number {
  let highest = 0;
  for (const [number, segment] of segments.entries()) {
    if (number < index) continue;
    const { bytes } = segment;
    for (let offset = number === index ? at : 0; offset < bytes.length; offset += 1) {
      offset = bytes.indexOf(ENTRY_MAGIC[0] ?? 0, offset);
      if (offset < 0) break;
      if (!sameBytes(bytes.subarray(offset, offset + ENTRY_MAGIC.length), ENTRY_MAGIC)) continue;
      const decoded = decodeEntry(bytes, offset);
      if (decoded.kind !== 'entry') continue;
      highest = Math.max(highest, decoded.entry.header.sequence);
      offset += decoded.entry.size - 1;
    }
  }
  return highest;
}

function stopped(
  state: Chain['state'],
  { entries, head, place }: Seen,
  torn: Torn | null,
  damage: Damage | null,
): Chain {
  return { state, entries, head: { ...head, ...place }, torn, damage };
}
