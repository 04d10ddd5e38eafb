/**
 * Writes a vault of any size into a data folder, without a window: the app's own session on the app's own vault folder, only
 * with the working copy in memory. The app that opens it afterwards makes its working copy from the journal, as after a loss.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { runArgon2 } from '#electron/derive/derive.ts';
import { type VaultFolder, vaultFolder } from '#electron/main/vault/vault.ts';
import { must } from '#shared/assert.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Result, toFailure } from '#shared/errors.ts';
import type { Answer, Arg, Channel, KdfParams } from '#shared/ipc/contract.ts';
import { toBase64, toUtf8 } from '#shared/vault/canonical.ts';
import { normalizePassphrase } from '#shared/vault/passphrase.ts';
import { nobleBlobCipher } from '#shared/vault/vault.ts';
import { memoryCache } from '#renderer/store/cache/row-cache.ts';
import { createSession } from '#renderer/store/session/session.ts';

/** The lowest cost that the app opens: making the vault is not what is measured. */
const FLOOR = { algorithm: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 } as const;

const setup = {
  language: 'en',
  member: { name: 'Ana Example', role: 'attorney' },
  office: { name: 'Example Legal Aid' },
};

function relayTo(folder: VaultFolder) {
  const calls = folder as unknown as Record<string, (arg: unknown) => Promise<unknown>>;
  return async <C extends Channel>(channel: C, arg: Arg<C>): Promise<Result<Answer<C>>> => {
    try {
      const name = channel.slice('vault.'.length);
      return { ok: true, value: (await must(calls[name], name)(arg)) as Answer<C> };
    } catch (error) {
      return toFailure(error);
    }
  };
}

/**
 * Makes `<dataFolder>/vault` with these cases and answers how many it holds. The folder must not hold a vault yet;
 * a case that breaks the schema throws.
 */
export async function makeBigVault(given: {
  readonly dataFolder: string;
  readonly passphrase: string;
  readonly cases: Iterable<CaseFile>;
  /** Days since the vault was made: the whole of it is written at that earlier time. */
  readonly madeDaysAgo?: number;
  readonly done?: (cases: number) => void;
}): Promise<number> {
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));
  const kdf: KdfParams = { ...FLOOR, salt: toBase64(random(16)) };
  const kek = await runArgon2(toUtf8(normalizePassphrase(given.passphrase)), kdf);
  const now = (): number => Date.now() - (given.madeDaysAgo ?? 0) * 86_400_000;
  const folder = vaultFolder({ kind: 'real', root: path.join(given.dataFolder, 'vault') });
  const session = createSession({
    relay: relayTo(folder),
    openCache: async () => memoryCache(),
    derivedKeys: async () => [{ slotId: null, kek, kdf }],
    proof: async () => [],
    derivedKey: () => Promise.reject(new Error('no further slots here')),
    notify: () => {},
    now,
    today: () => new Date(now()).toISOString().slice(0, 10),
    random,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    later: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    templateTexts: async () => ({}),
    readAgainAfter: [],
    blobCipher: nobleBlobCipher,
  });
  try {
    const opened = await session.handle('open', { mode: 'create', kind: 'real', setup: toUtf8(JSON.stringify(setup)) });
    if (!opened.ok) throw new Error(`The vault could not be made: ${opened.code} ${JSON.stringify(opened.detail)}`);
    const count = await session.importFiles(given.cases, given.done);
    const flushed = await session.handle('flush', undefined);
    if (!flushed.ok) throw new Error(`The vault could not be finished: ${flushed.code}`);
    return count;
  } finally {
    session.close();
    await folder.close();
  }
}
