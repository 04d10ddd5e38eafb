/**
 * Commits in and out of the journal. Content of an entry, sealed as a whole under the case ring and padded:
 * salt (32) ‖ action's data ‖ sections; a section (all patches of one file, or a part of them) is sealed once more
 * under its owner's key, so that its ring and a purge decide who can read it, while every slot can read who did what.
 */
import { z } from 'zod';
import { must } from '../assert.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { canonicalBytes, fromHex, joinBytes, parseJson, sameBytes, toHex, type Json } from './canonical.ts';
import {
  firstHead,
  verifyChain,
  type Chain,
  type Damage,
  type PlacedEntry,
  type SegmentBytes,
  type Torn,
  type Witness,
} from './chain.ts';
import { tick } from './clock.ts';
import { commitment, encodeEntry, encodeHeader, ENTRY_FORMAT, headerHash, type EntryHeader } from './entry.ts';
import { NONCE_BYTES, openRaw, pad, sealRaw, unpad } from './seal.ts';
import {
  rings,
  type CommitMeta,
  type FileChange,
  type Head,
  type HiddenChange,
  type OpenedCommit,
  type OwnedScope,
  type Patch,
  type Random,
  VAULT_SCOPE,
} from './types.ts';
import { findKey, sealingKey, unsavedKeys, type VaultKeys } from './key-ring.ts';

const SALT_BYTES = 32;
/** Canonical patch bytes per part; a larger commit is split (one patch is never split). */
const PART_BYTES = 256 * 1024;

export interface SealedCommit {
  /** Whole entries, to append in one write. */
  readonly bytes: Uint8Array;
  /** Sequence of the first of them: the argument of `vault.append`. */
  readonly first: number;
  /** Where the chain stands once they are on disk. */
  readonly head: Head;
  /** Write this before the append when not null, then call `keysSaved`. */
  readonly keysFile: Uint8Array | null;
}

/**
 * Seals one commit as entries that follow `head`. `now` is the wall clock in milliseconds. Nothing is changed in
 * `head`: take over `sealed.head` once the append was acknowledged. Throws `not-allowed` for a ring not held.
 */
export function sealEntry(
  keys: VaultKeys,
  given: {
    readonly head: Head;
    readonly now: number;
    readonly meta: CommitMeta;
    readonly changes: readonly FileChange[];
    readonly random: Random;
  },
): SealedCommit {
  const parts = splitParts(given.changes);
  const pieces: Uint8Array[] = [];
  let head = given.head;
  for (const [index, changes] of parts.entries()) {
    const position = { part: index + 1, parts: parts.length };
    const made = sealPart(keys, head, position, { ...given, changes });
    pieces.push(made.bytes);
    head = made.head;
  }
  return {
    bytes: joinBytes(...pieces),
    first: given.head.sequence + 1,
    head,
    keysFile: unsavedKeys(keys, given.random),
  };
}

function sealPart(
  keys: VaultKeys,
  last: Head,
  position: { readonly part: number; readonly parts: number },
  given: {
    readonly now: number;
    readonly meta: CommitMeta;
    readonly changes: readonly FileChange[];
    readonly random: Random;
  },
): { bytes: Uint8Array; head: Head } {
  const { meta, changes, random } = given;
  const metaSalt = random(SALT_BYTES);
  const metaBytes = canonicalBytes(meta);
  const sections = changes.map((change) => ({ change, salt: random(SALT_BYTES), plain: sectionBytes(change) }));
  const header: EntryHeader = {
    device: last.device,
    sequence: last.sequence + 1,
    previous: last.hash,
    clock: tick(last.clock, given.now),
    ...position,
    commitments: [commitment(metaSalt, metaBytes), ...sections.map(({ salt, plain }) => commitment(salt, plain))],
  };
  const headerBytes = encodeHeader(header);
  const { epoch } = keys.inner;
  const writer = new ByteWriter().bytes(metaSalt).sized(metaBytes).uint(sections.length, 2);
  for (const [index, { change, salt, plain }] of sections.entries()) {
    const key = sealingKey(keys, change.scope, 'section', random);
    const associated = associatedBytes(keys.vault, epoch, `section/${index}`, headerBytes);
    const sealed = sealRaw(key, random(NONCE_BYTES), associated, joinBytes(salt, plain));
    writer.uint(rings.indexOf(change.scope.ring), 1).bytes(fromHex(change.scope.owner)).sized(sealed);
  }
  const key = sealingKey(keys, VAULT_SCOPE, 'journal', random);
  const associated = associatedBytes(keys.vault, epoch, 'entry', headerBytes);
  const sealed = sealRaw(key, random(NONCE_BYTES), associated, pad(writer.done()));
  const content = new ByteWriter().uint(epoch, 4).bytes(sealed).done();
  const { device, sequence, clock } = header;
  return {
    bytes: encodeEntry(headerBytes, content),
    head: { device, sequence, clock, hash: headerHash(headerBytes) },
  };
}

/** Parts of at most `PART_BYTES`; a file whose patches are split appears in several parts with the same base. */
function splitParts(changes: readonly FileChange[]): FileChange[][] {
  const parts: FileChange[][] = [[]];
  let size = 0;
  for (const change of changes) {
    let patches: Patch[] = [];
    const flush = () => {
      if (patches.length > 0) must(parts.at(-1), 'there is a part').push({ ...change, patches });
      patches = [];
    };
    for (const patch of change.patches) {
      const length = canonicalBytes(patchJson(patch)).length;
      if (size > 0 && size + length > PART_BYTES) {
        flush();
        parts.push([]);
        size = 0;
      }
      patches.push(patch);
      size += length;
    }
    flush();
  }
  return parts;
}

function sectionBytes(change: FileChange): Uint8Array {
  return canonicalBytes({ file: change.file, base: change.base, patches: change.patches.map(patchJson) });
}
function patchJson({ path, before, after }: Patch): Json {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
function associatedBytes(vault: string, epoch: number, kind: string, headerBytes: Uint8Array): Uint8Array {
  return joinBytes(canonicalBytes({ vault, epoch, kind, version: ENTRY_FORMAT }), headerBytes);
}

export interface JournalInput {
  readonly device: string;
  /** This device's segments in name order; only what follows `from` when that is given. */
  readonly segments: readonly SegmentBytes[];
  readonly from?: Head;
  readonly witnesses: readonly Witness[];
}

export interface OpenedJournal {
  /**
   * intact: go on. torn: call `vault.cutTorn` with `torn`, then go on from `head`. damaged: read-only, say which
   * saves. newer: refuse the vault untouched (`vault-newer-version`).
   */
  readonly state: Chain['state'];
  /** Whole commits that opened, in order. After damage inside an entry, later ones are still here. */
  readonly commits: readonly OpenedCommit[];
  readonly head: Chain['head'];
  readonly torn: Torn | null;
  readonly damage: readonly Damage[];
}

/** Verifies a device's chain and opens its commits. Needs no clock, changes nothing. */
export function openEntries(keys: VaultKeys, input: JournalInput): OpenedJournal {
  const chain = verifyChain({ vault: keys.vault, ...input });
  const damage: Damage[] = chain.damage === null ? [] : [chain.damage];
  const commits: OpenedCommit[] = [];
  let group: OpenedPart[] = [];
  let lastClock = input.from?.clock ?? firstHead(keys.vault, input.device).clock;
  for (const entry of chain.entries) {
    const { header } = entry;
    if (header.part === 1) group = []; // parts without their last were never acknowledged
    const opened = openContent(keys, entry);
    if (typeof opened === 'string' || group.length !== header.part - 1) {
      damage.push(damageOf(entry, typeof opened === 'string' ? opened : 'parts', lastClock));
      group = [];
    } else {
      group.push(opened);
      if (header.part === header.parts) commits.push(joinParts(group));
    }
    lastClock = header.clock;
  }
  const state = damage.length > 0 && chain.state !== 'newer' ? 'damaged' : chain.state;
  return { state, commits, head: chain.head, torn: state === 'torn' ? chain.torn : null, damage };
}

interface OpenedPart {
  readonly entry: PlacedEntry;
  readonly meta: CommitMeta;
  readonly changes: readonly (FileChange | HiddenChange)[];
}

const metaSchema = z.strictObject({
  schema: z.number().int().positive(),
  author: z.string(),
  capacity: z.string(),
  action: z.string(),
  at: z.string(),
  refs: z.record(z.string(), z.string()).optional(),
});
const sectionSchema = z.strictObject({
  file: z.string(),
  base: z.number().int().nonnegative(),
  patches: z.array(
    z.strictObject({ path: z.array(z.string()), before: z.json().optional(), after: z.json().optional() }),
  ),
});

function openContent(keys: VaultKeys, entry: PlacedEntry): OpenedPart | 'content' | 'key' {
  const envelope = new ByteReader(entry.content);
  const epoch = envelope.uint(4);
  const key = findKey(keys, VAULT_SCOPE, epoch, 'journal');
  if (typeof key === 'string') return envelope.short ? 'content' : 'key';
  const associated = associatedBytes(keys.vault, epoch, 'entry', entry.headerBytes);
  const padded = openRaw(key, associated, envelope.bytes(envelope.left));
  const plain = padded === null ? null : unpad(padded);
  if (plain === null) return 'content';
  const reader = new ByteReader(plain);
  const salt = reader.bytes(SALT_BYTES);
  const metaBytes = reader.sized();
  const [promised, ...sectionPromises] = entry.header.commitments;
  const meta = metaSchema.safeParse(parseJson(metaBytes));
  const count = reader.uint(2);
  if (!meta.success || promised === undefined || count !== sectionPromises.length) return 'content';
  if (!sameBytes(commitment(salt, metaBytes), promised)) return 'content';
  const changes: (FileChange | HiddenChange)[] = [];
  for (const [index, promise] of sectionPromises.entries()) {
    const change = openSection(keys, reader, { epoch, index, promise, headerBytes: entry.headerBytes });
    if (typeof change === 'string') return change;
    changes.push(change);
  }
  return { entry, meta: meta.data, changes };
}

function openSection(
  keys: VaultKeys,
  reader: ByteReader,
  given: {
    readonly epoch: number;
    readonly index: number;
    readonly promise: Uint8Array;
    readonly headerBytes: Uint8Array;
  },
): FileChange | HiddenChange | 'content' | 'key' {
  const ring = rings[reader.uint(1)];
  const owner = toHex(reader.bytes(16));
  const sealed = reader.sized();
  if (reader.short || ring === undefined) return 'content';
  const scope: OwnedScope = { owner, ring };
  const key = findKey(keys, scope, given.epoch, 'section');
  if (key === 'ring' || key === 'purged') return { hidden: key, scope };
  if (key === 'missing') return 'key';
  const associated = associatedBytes(keys.vault, given.epoch, `section/${given.index}`, given.headerBytes);
  const opened = openRaw(key, associated, sealed);
  if (opened === null || opened.length < SALT_BYTES) return 'content';
  const plain = opened.subarray(SALT_BYTES);
  if (!sameBytes(commitment(opened.subarray(0, SALT_BYTES), plain), given.promise)) return 'content';
  const parsed = sectionSchema.safeParse(parseJson(plain));
  if (!parsed.success) return 'content';
  const { file, base, patches } = parsed.data;
  return { file, scope, base, patches: patches.map((patch) => ({ file, ...patch })) };
}

function damageOf(entry: PlacedEntry, reason: Damage['reason'], after: Damage['after']): Damage {
  const { device, sequence } = entry.header;
  return { device, reason, segment: entry.segment, offset: entry.offset, from: sequence, to: sequence, after };
}

/** One commit of all its parts; sections of one file in several parts become one change. */
function joinParts(parts: readonly OpenedPart[]): OpenedCommit {
  const first = must(parts[0], 'a commit has a part');
  const last = must(parts.at(-1), 'a commit has a part');
  const changes: (FileChange | HiddenChange)[] = [];
  for (const change of parts.flatMap((part) => part.changes)) {
    const former = changes.at(-1);
    if ('file' in change && former !== undefined && 'file' in former && former.file === change.file) {
      changes[changes.length - 1] = { ...former, patches: [...former.patches, ...change.patches] };
    } else {
      changes.push(change);
    }
  }
  const { device, sequence, clock } = last.entry.header;
  return { device, first: first.entry.header.sequence, sequence, clock, meta: first.meta, changes };
}
