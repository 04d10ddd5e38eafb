/** The one vault that is open, and the `vault.*` channels of the page on it. Folders: `vault` and `sample-vault` in the user's data. */
import path from 'node:path';
import { app } from 'electron';
import { AppError } from '#shared/errors.ts';
import type { BeginUnlock, Channel, Handlers, VaultKind } from '#shared/ipc/contract.ts';
import type { SlotParams } from '../derive/derive.ts';
import { browserIsOlder } from './browser-age.ts';
import { slotsToDerive, type VaultStatus } from './vault/header.ts';
import { type VaultFolder, vaultFolder } from './vault/vault.ts';

const folders: Readonly<Record<VaultKind, string>> = { real: 'vault', sample: 'sample-vault' };

let open: VaultFolder | null = null;
let closing: Promise<void> = Promise.resolve();

function folderOf(kind: VaultKind): VaultFolder {
  return vaultFolder({ kind, root: rootOf(kind) });
}

function rootOf(kind: VaultKind): string {
  return path.join(app.getPath('userData'), folders[kind]);
}

function current(): VaultFolder {
  if (open === null) throw new AppError('not-allowed');
  return open;
}

export function vaultState(kind: VaultKind): Promise<VaultStatus> {
  return folderOf(kind).status();
}

/**
 * Makes this vault the open one and takes its lock; answers the slots that the given secret may fit.
 * @throws AppError vault-exists, vault-missing, vault-locked-by-other, or what the header says of itself
 */
export async function openVault(kind: VaultKind, mode: BeginUnlock['mode']): Promise<SlotParams[]> {
  await closing;
  const folder = folderOf(kind);
  if (mode === 'create') {
    if ((await folder.status()) !== 'absent') throw new AppError('vault-exists');
    open = folder;
    return [];
  }
  const slots = slotsToDerive(await folder.headerText(), mode === 'recover' ? 'recovery' : 'passphrase');
  if (!slots.ok) throw new AppError(slots.code, slots.detail);
  await folder.lock();
  open = folder;
  return slots.value;
}

/** The slots of the open vault among the given ids, each with what tells whether a secret opens it. */
export async function openSlots(ids: readonly string[]): Promise<SlotParams[]> {
  const text = await current().headerText();
  const kinds = [slotsToDerive(text, 'passphrase'), slotsToDerive(text, 'recovery')];
  return kinds.flatMap((slots) => {
    if (!slots.ok) throw new AppError(slots.code, slots.detail);
    return slots.value.filter(({ slotId }) => ids.includes(slotId));
  });
}

/** Finishes what is being written and gives the lock back; the next `openVault` waits for it. */
export function closeVault(): Promise<void> {
  const folder = open;
  open = null;
  if (folder !== null) closing = folder.close().catch(() => undefined);
  return closing;
}

type VaultChannel = Exclude<Extract<Channel, `vault.${string}`>, 'vault.derive'>;

export const vaultHandlers = {
  'vault.place': () => ({ folder: rootOf(current().kind) }),
  'vault.read': () => current().read(),
  'vault.list': async () => ({ ...(await current().list()), browserIsOlder: await browserIsOlder() }),
  'vault.readSegment': (which) => current().readSegment(which),
  'vault.readSnapshot': () => current().readSnapshot(),
  'vault.create': (files) => current().create(files),
  'vault.writeHeader': (file) => current().writeHeader(file),
  'vault.writeKeys': (file) => current().writeKeys(file),
  'vault.append': (entries) => current().append(entries),
  'vault.cutTorn': (where) => current().cutTorn(where),
  'vault.pendingWrite': (slot) => current().pendingWrite(slot),
  'vault.pendingReadAll': () => current().pendingReadAll(),
  'vault.pendingClear': (slot) => current().pendingClear(slot),
  'vault.blobWrite': (blob) => current().blobWrite(blob),
  'vault.blobRead': (blob) => current().blobRead(blob),
  'vault.snapshotWrite': (snapshot) => current().snapshotWrite(snapshot),
} satisfies Pick<Handlers, VaultChannel>;
