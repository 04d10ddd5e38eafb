/**
 * A snapshot: the files of a moment with the heads they stand for. It only shortens replay; segments stay. Its files
 * are the sealed rows of the working copy (`sealRecord`, kind 'file') taken over as they are, each under its owner's
 * key, so that a purge reaches snapshots too.
 *
 * Layout: "AMS1" ‖ length (4) ‖ manifest (sealed row: format, epoch, nonce, ciphertext) ‖ the files' rows.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../errors.ts';
import { ByteReader, ByteWriter } from './binary.ts';
import { canonicalBytes, parseJson, sameBytes, toUtf8 } from './canonical.ts';
import { openRecord, sealRecord } from './records.ts';
import { rings, type Head, type OwnedScope, type Random, VAULT_SCOPE } from './types.ts';
import type { VaultKeys } from './key-ring.ts';

const MAGIC = toUtf8('AMS1');
const NAME = { kind: 'snapshot', id: 'manifest', version: 1, revision: 0 };

/** One file's sealed row with what is needed to open it: `openRecord(keys, scope, {kind: 'file', id: file, …})`. */
export interface SnapshotFile {
  readonly file: string;
  readonly scope: OwnedScope;
  readonly version: number;
  readonly revision: number;
  readonly record: Uint8Array;
}
export interface OpenedSnapshot {
  /** Head of each device's chain when it was made; also witnesses of these chains. */
  readonly heads: readonly Head[];
  readonly files: readonly SnapshotFile[];
}

const count = z.number().int().nonnegative();
const manifestSchema = z.strictObject({
  heads: z.array(
    z.strictObject({
      device: z.string(),
      sequence: count,
      hash: z.string(),
      clock: z.strictObject({ millis: count, counter: count }),
    }),
  ),
  files: z.array(z.tuple([z.string(), z.string(), z.enum(rings), count, count, count])),
});

/** Seals a snapshot of sealed rows. */
export function sealSnapshot(keys: VaultKeys, given: OpenedSnapshot, random: Random): Uint8Array {
  const manifest = canonicalBytes({
    heads: given.heads.map(({ device, sequence, hash, clock }) => ({ device, sequence, hash, clock })),
    files: given.files.map(({ file, scope, version, revision, record }) => [
      file,
      scope.owner,
      scope.ring,
      version,
      revision,
      record.length,
    ]),
  });
  const sealed = sealRecord(keys, VAULT_SCOPE, NAME, manifest, random);
  const writer = new ByteWriter().bytes(MAGIC).sized(sealed);
  for (const { record } of given.files) writer.bytes(record);
  return writer.done();
}

/**
 * Opens a snapshot's manifest and cuts out its rows, which the caller opens. Failure `vault-damaged` {what:
 * 'snapshot'}: use an older one or replay from the beginning. A damaged row shows when it is opened.
 */
export function openSnapshot(keys: VaultKeys, bytes: Uint8Array): Result<OpenedSnapshot> {
  const damaged = fail('vault-damaged', { what: 'snapshot' });
  const reader = new ByteReader(bytes);
  if (!sameBytes(reader.bytes(4), MAGIC)) return damaged;
  const manifest = openRecord(keys, VAULT_SCOPE, NAME, reader.sized());
  if (!manifest.ok) return damaged;
  const parsed = manifestSchema.safeParse(parseJson(manifest.value));
  if (!parsed.success) return damaged;
  const files = parsed.data.files.map(([file, owner, ring, version, revision, length]) => ({
    file,
    scope: { owner, ring },
    version,
    revision,
    record: reader.bytes(length),
  }));
  return reader.short || reader.left > 0 ? damaged : ok({ heads: parsed.data.heads, files });
}
