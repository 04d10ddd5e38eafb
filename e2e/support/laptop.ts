/** Test surroundings: the real session on a real vault folder in a temporary directory, with IndexedDB in memory. */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { vaultFolder, type VaultFolder } from '#electron/main/vault/vault.ts';
import { must } from '#shared/assert.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { caseFile } from '#shared/domain/case-file.ts';
import type { Recorded } from '#shared/domain/base.ts';
import { type Result, toFailure } from '#shared/errors.ts';
import type { Answer, Arg, Channel } from '#shared/ipc/contract.ts';
import type { Slot } from '#shared/vault/header.ts';
import { parseRecoveryCode } from '#shared/vault/recovery-code.ts';
import { recoveryKek } from '#shared/vault/slots.ts';
import { type DerivedKey, nobleBlobCipher } from '#shared/vault/vault.ts';
import { KDF, seededRandom } from '#shared/vault/testing.ts';
import { openDexieCache } from '#renderer/store/cache/dexie-cache.ts';
import type { RowCache } from '#renderer/store/cache/row-cache.ts';
import type { RequestAnswer, RequestArg, RequestName, SessionInfo, StoreNotice } from '#renderer/store/contract.ts';
import type { Deps } from '#renderer/store/session/deps.ts';
import { createSession, type Session } from '#renderer/store/session/session.ts';

export type Relay = Deps['relay'];

/** One laptop: a folder, a browser database, a clock; sessions come and go on it. */
export interface Laptop {
  readonly root: string;
  idb: IDBFactory;
  readonly random: Deps['random'];
  now: number;
  kek: Uint8Array;
  folder: VaultFolder;
  /** Stands before the real folder; tests put failures here. */
  intercept:
    | ((channel: Channel, arg: unknown, real: () => Promise<Result<unknown>>) => Promise<Result<unknown>>)
    | null;
  /** What is typed as proof under a ticket, where the ticket does not stand for it. */
  readonly typed: Map<string, Uint8Array>;
  /** Stands before the working copy; tests put failures here. */
  spoilCopy: ((copy: RowCache) => RowCache) | null;
}

export async function newLaptop(seed = 'laptop'): Promise<Laptop> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'amparo-store-'));
  const random = seededRandom(seed);
  const place = path.join(root, 'vault');
  return {
    root: place,
    idb: new IDBFactory(),
    random,
    now: Date.parse('2019-11-25T15:00:00Z'),
    kek: random(32),
    folder: vaultFolder({ kind: 'real', root: place }),
    intercept: null,
    typed: new Map(),
    spoilCopy: null,
  };
}
export async function removeLaptop(laptop: Laptop): Promise<void> {
  await laptop.folder.close().catch(() => undefined);
  await fs.rm(path.dirname(laptop.root), { recursive: true, force: true });
}

function relayOf(laptop: Laptop): Relay {
  return async <C extends Channel>(channel: C, arg: Arg<C>): Promise<Result<Answer<C>>> => {
    const name = channel.slice('vault.'.length);
    const calls = laptop.folder as unknown as Record<string, (arg: unknown) => Promise<unknown>>;
    const real = async (): Promise<Result<unknown>> => {
      try {
        // Bytes cross processes as copies.
        return { ok: true, value: structuredClone(await must(calls[name], name)(structuredClone(arg))) };
      } catch (error) {
        return toFailure(error);
      }
    };
    const result = laptop.intercept === null ? await real() : await laptop.intercept(channel, arg, real);
    return result as Result<Answer<C>>;
  };
}

export interface Opened {
  readonly session: Session;
  readonly notices: StoreNotice[];
  readonly opened: Result<SessionInfo>;
  /** The answer of a request that must succeed. */
  ask<N extends RequestName>(name: N, arg: RequestArg<N>): Promise<RequestAnswer<N>>;
}

export const SETUP = new TextEncoder().encode(
  JSON.stringify({ language: 'en', member: { name: 'Ana Ruiz', role: 'attorney' }, office: { name: 'Border Aid' } }),
);

/** A ticket under which somebody typed what they opened this session with. */
export const PRESENT = 'present';

/** Opens a session; `slotId` null takes the header's first slot, as the derive process would. */
export async function openOn(
  laptop: Laptop,
  arg: Partial<RequestArg<'open'>> = {},
  kek: Uint8Array = laptop.kek,
): Promise<Opened> {
  const notices: StoreNotice[] = [];
  const session = createSession({
    relay: relayOf(laptop),
    openCache: async (name) => {
      const copy = await openDexieCache(name, { indexedDB: laptop.idb, IDBKeyRange });
      return laptop.spoilCopy?.(copy) ?? copy;
    },
    derivedKeys: () => derivedFor(laptop, arg.mode ?? 'open', kek),
    proof: async (ticket) =>
      derivedFor(laptop, 'open', laptop.typed.get(ticket) ?? (ticket === PRESENT ? kek : kekOf(ticket))),
    derivedKey: async (ticket) => ({ slotId: null, kek: kekOf(ticket), kdf: KDF }),
    notify: (notice) => notices.push(notice),
    now: () => {
      laptop.now += 1;
      return laptop.now;
    },
    today: () => new Date(laptop.now).toISOString().slice(0, 10),
    random: laptop.random,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    later: (ms, work) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    readAgainAfter: [1, 2, 3],
    templateTexts: readTemplates,
    blobCipher: nobleBlobCipher,
  });
  const opened = await session.handle('open', { mode: 'open', kind: 'real', setup: null, ...arg });
  return {
    session,
    notices,
    opened,
    async ask(name, value) {
      const result = await session.handle(name, value);
      if (!result.ok) throw new Error(`${name}: ${result.code} ${JSON.stringify(result.detail)}`);
      return result.value;
    },
  };
}

async function readTemplates(): Promise<Record<string, string>> {
  const folder = path.resolve(import.meta.dirname, '..', '..', 'resources', 'templates');
  const names = (await fs.readdir(folder, { recursive: true })).filter((name) => /^[a-z]{2}[\\/].*\.md$/.test(name));
  const texts = names.map(async (name) => [
    name.replaceAll('\\', '/'),
    await fs.readFile(path.join(folder, name), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
}

/** What the derive process would make under a ticket: a key that the test can make again to unlock with. */
export function kekOf(ticket: string): Uint8Array {
  return seededRandom(ticket)(32);
}

/** What the code of a recovery sheet makes of its slot; of a slot that the header has no more, a key that opens nothing. */
export async function sheetKek(laptop: Laptop, code: string, slotId?: string): Promise<Uint8Array> {
  const header = JSON.parse(await laptop.folder.headerText()) as { slots: Slot[] };
  const slot = header.slots.find(({ id, kind }) => kind === 'recovery' && (slotId === undefined || id === slotId));
  const parsed = parseRecoveryCode(code);
  if (!parsed.ok) throw new Error(parsed.code);
  return slot?.kind === 'recovery' ? recoveryKek(parsed.value.bytes, slot.kdf) : new Uint8Array(32);
}

/** The session overwrites what it is given: it gets copies. */
async function derivedFor(laptop: Laptop, mode: string, kek: Uint8Array): Promise<readonly DerivedKey[]> {
  if (mode === 'create') return [{ slotId: null, kek: kek.slice(), kdf: KDF }];
  const header = JSON.parse(await laptop.folder.headerText()) as { slots: { id: string; kdf: DerivedKey['kdf'] }[] };
  return header.slots.map(({ id, kdf }) => ({ slotId: id, kek: kek.slice(), kdf }));
}

export function createOn(laptop: Laptop): Promise<Opened> {
  return openOn(laptop, { mode: 'create', setup: SETUP });
}

/** Ends a session as a kill does: nothing is flushed, main's handles are given up. */
export async function kill(laptop: Laptop, open: Opened): Promise<void> {
  open.session.close();
  await laptop.folder.close();
  laptop.folder = vaultFolder({ kind: 'real', root: laptop.root });
}
/** Ends a session as a lock does. */
export async function lock(laptop: Laptop, open: Opened): Promise<void> {
  await open.ask('flush', undefined);
  await kill(laptop, open);
}

export const RECORDED: Recorded = {
  by: 'aa'.repeat(16),
  at: '2019-10-01T10:00:00Z',
  device: 'dd'.repeat(16),
  capacity: 'underCounsel',
};
export const hex = (pair: string): string => pair.repeat(16);

/** A case with people named `given surnames`, ids made of the case's pair and a letter per person. */
export function family(pair: string, names: readonly string[], more: Partial<CaseFile> = {}): CaseFile {
  const people = Object.fromEntries(
    names.map((name, index) => {
      const id = `${pair.repeat(15)}${(index + 1).toString(16).padStart(2, '0')}`;
      const [given = '', ...surnames] = name.split(' ');
      const nameId = `${pair.repeat(15)}f${index}`;
      const written = { id: nameId, given: given === '' ? [] : [given], surnames, kind: 'own' };
      return [id, { id, names: { [nameId]: written }, recorded: RECORDED }];
    }),
  );
  const base = { kind: 'case', schemaVersion: 1, id: hex(pair), createdAt: '2019-10-01T10:00:00Z', people };
  return caseFile.parse({ ...base, peopleOrder: Object.keys(people), ...more });
}
export function personIdOf(pair: string, number = 1): string {
  return `${pair.repeat(15)}${number.toString(16).padStart(2, '0')}`;
}
