/** Scans and photographs: sealed under the keys of the case they belong to, so that its end is theirs. */
import type { Id } from '#shared/domain/base.ts';
import { AppError } from '#shared/errors.ts';
import { ByteReader, ByteWriter } from '#shared/vault/binary.ts';
import { fromHex, toHex } from '#shared/vault/canonical.ts';
import { sha256 } from '#shared/vault/seal.ts';
import {
  keysSaved,
  openBlob,
  openRecord,
  sealBlob,
  sealRecord,
  unsavedKeys,
  VAULT_SCOPE,
} from '#shared/vault/vault.ts';
import { ask, randomId } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';

/** A sealed row before the blob says whose keys open it. */
const ownerRow = (id: Id) => ({ kind: 'blob-owner', id, version: 1, revision: 0 });

/** Seals and stores bytes; without a case they belong to the office. */
export async function putBlob(
  store: OpenStore,
  bytes: Uint8Array,
  caseId: Id | undefined,
): Promise<{ readonly blobId: Id; readonly sha256: string }> {
  store.mustBeWritable();
  const { deps, keys } = store;
  const owner = caseId ?? store.office?.id;
  if (owner === undefined) throw new AppError('file-not-found');
  const blobId = randomId(deps.random);
  const scope = { owner, ring: 'case' } as const;
  const blob = await sealBlob(keys, { scope, id: blobId, cipher: deps.blobCipher, data: bytes, random: deps.random });
  const row = sealRecord(keys, VAULT_SCOPE, ownerRow(blobId), fromHex(owner), deps.random);
  await store.inTurn(async () => {
    const keysFile = unsavedKeys(keys, deps.random);
    if (keysFile !== null) {
      await ask(deps, 'vault.writeKeys', { keys: keysFile });
      keysSaved(keys);
    }
    await ask(deps, 'vault.blobWrite', { id: blobId, bytes: new ByteWriter().sized(row).bytes(blob).done() });
  });
  return { blobId, sha256: toHex(sha256(bytes)) };
}

/** The bytes of a blob; throws `vault-damaged` {what: 'blob'} when any of it was changed. */
export async function getBlob(store: OpenStore, blobId: Id): Promise<Uint8Array> {
  const { deps, keys } = store;
  const reader = new ByteReader(await ask(deps, 'vault.blobRead', { id: blobId }));
  const owner = openRecord(keys, VAULT_SCOPE, ownerRow(blobId), reader.sized());
  if (reader.short || !owner.ok) throw new AppError('vault-damaged', { what: 'blob' });
  const scope = { owner: toHex(owner.value), ring: 'case' } as const;
  const given = { scope, id: blobId, cipher: deps.blobCipher, bytes: reader.bytes(reader.left) };
  const opened = await openBlob(keys, given);
  if (!opened.ok) throw new AppError(opened.code, opened.detail);
  return opened.value;
}
