/**
 * Who can open the vault, and as what. The header decides; the office file says the same for everybody to read, and
 * each change is one entry of the record. Written in this order: keys file, header, entry. When the entry cannot be
 * written, keys and header go back; after a crash in between, `noteAccess` writes what the record does not know yet.
 */
import { must } from '#shared/assert.ts';
import type { Id } from '#shared/domain/base.ts';
import { type Member, member as memberSchema, type OfficeFile, type Role } from '#shared/domain/office.ts';
import { AppError } from '#shared/errors.ts';
import { sameJson } from '#shared/vault/canonical.ts';
import {
  addSlot,
  grantorOf,
  grantRole,
  type Json,
  keysSaved,
  moveToSlot,
  removeSlot,
  rememberSlots,
  type Ring,
  ringsHeldOnlyBy,
  slotsOf,
  type VaultFilesText,
  type VaultKeys,
  vaultFiles,
} from '#shared/vault/vault.ts';
import { loadInTurn } from '../queries/load-record.ts';
import { ask, isoOf } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';
import { writeNow } from './write-commit.ts';

interface NewAccess {
  readonly memberId: Id;
  /** For somebody who is not in the office file yet. */
  readonly name?: string;
  readonly role: Role;
  readonly ticket: Id;
}

/**
 * Gives somebody a passphrase of their own, made by `vault.derive` under the ticket, with the rings of the role.
 * Throws `not-allowed` for who may not grant, and {what: 'slot'} for somebody who has access already.
 */
export async function addAccess(store: OpenStore, { memberId, name, role, ticket }: NewAccess): Promise<void> {
  const { kek, kdf } = await store.deps.derivedKey(ticket);
  try {
    await inOneEntry(store, { label: 'access.added', memberId, name, role }, async (write) => {
      const { keys, deps } = store;
      mustGrant(keys, 'access');
      mustBeReal(store);
      if (slotsOf(keys, memberId).length > 0) throw new AppError('not-allowed', { what: 'slot' });
      await write(addSlot(keys, { kek, kdf, role, holder: memberId, grantedBy: keys.slotId }, deps.random));
    });
  } finally {
    kek.fill(0);
  }
}

/**
 * Takes passphrase and recovery sheets of somebody away. Copies of the vault made before still open with them. Throws
 * `not-allowed` for who may not grant, for oneself {what: 'own'} and for the last who holds a ring {what: ring}.
 */
export async function removeAccess(store: OpenStore, memberId: Id): Promise<void> {
  await inOneEntry(store, { label: 'access.removed', memberId }, async (write) => {
    const { keys, deps } = store;
    mustGrant(keys, 'access');
    if (memberId === store.memberId) throw new AppError('not-allowed', { what: 'own' });
    const slots = slotsOf(keys, memberId);
    if (slots.length === 0) throw new AppError('not-allowed', { what: 'slot' });
    const [lost] = ringsHeldOnlyBy(keys, memberId);
    if (lost !== undefined) throw new AppError('not-allowed', { what: lost });
    let files: VaultFilesText | null = null;
    for (const { id } of slots) files = removeSlot(keys, id, deps.random);
    await write(must(files, 'a slot was taken away'));
  });
}

/**
 * Gives a role, with its rings when the person has access; a ring that nobody else holds stays with them. Throws
 * `not-allowed` for who may not grant, `file-not-found` for nobody of the office.
 */
export async function grantMemberRole(store: OpenStore, memberId: Id, role: Role): Promise<void> {
  await inOneEntry(store, { label: 'access.roleGranted', memberId, role }, async (write) => {
    const { keys, deps } = store;
    mustGrant(keys, 'role');
    const keep: readonly Ring[] = ringsHeldOnlyBy(keys, memberId);
    let files: VaultFilesText | null = null;
    for (const { id: slotId } of slotsOf(keys, memberId)) {
      files = grantRole(keys, { slotId, role, random: deps.random, keep });
    }
    if (files !== null) await write(files);
  });
}

/**
 * A new passphrase for whoever is at work: the new slot is on the disk before the old one goes, so that at every moment
 * one of the two opens. Recovery sheets stay; a copy of the vault made before still opens with the old passphrase.
 */
export async function changePassphrase(store: OpenStore, ticket: Id): Promise<void> {
  const { kek, kdf } = await store.deps.derivedKey(ticket);
  try {
    await inOneEntry(store, { label: 'access.passphraseChanged', memberId: store.memberId }, async (write) => {
      const { keys, deps } = store;
      mustBeReal(store);
      const own = slotsOf(keys, store.memberId);
      const old = own.filter(({ kind }) => kind === 'passphrase');
      const before = old[0] ?? own[0];
      if (before === undefined) throw new AppError('not-allowed', { what: 'slot' });
      const { role, holder, grantedBy } = before;
      const added = addSlot(keys, { kek, kdf, role, holder, grantedBy }, deps.random, [...keys.held], before.id);
      await write(added);
      let files: VaultFilesText | null = null;
      for (const { id } of old) files = removeSlot(keys, id, deps.random);
      if (files !== null) await write(files);
      moveToSlot(keys, added.slotId);
    });
  } finally {
    kek.fill(0);
  }
}

function mustGrant(keys: VaultKeys, what: 'access' | 'role'): void {
  if (grantorOf(keys) === null) throw new AppError('not-allowed', { what });
}

/** The sample vault stays open to everybody: its one passphrase is public. */
function mustBeReal(store: OpenStore): void {
  if (store.kind === 'sample') throw new AppError('not-allowed', { what: 'sample' });
}

interface AccessChange {
  readonly label: string;
  readonly memberId: Id;
  readonly name?: string | undefined;
  readonly role?: Role;
}

/** Writes keys file and header, in this order. */
type Write = (files: VaultFilesText) => Promise<void>;

function inOneEntry(store: OpenStore, entry: AccessChange, change: (write: Write) => Promise<void>): Promise<void> {
  // As whom it is done: giving the first practitioner their role ends the owner's right to give any.
  const grantor = grantorOf(store.keys);
  return changeSlots(store, async (write) => {
    await change(write);
    await writeEntry(store, entry, grantor);
  });
}

/** Runs a change of slots with its entry, in its turn; what failed halfway is put back, in memory and on the disk. */
export async function changeSlots(store: OpenStore, change: (write: Write) => Promise<void>): Promise<void> {
  await store.inTurn(async () => {
    store.mustBeWritable();
    const { keys, deps } = store;
    const { slotId } = keys;
    const putBack = rememberSlots(keys);
    let hasWritten = false;
    try {
      await change(async (files) => {
        hasWritten = true;
        await writeFiles(store, files);
      });
    } catch (error) {
      putBack();
      moveToSlot(keys, slotId);
      // The first error is the one to tell; the next change of slots writes the same files again.
      if (hasWritten) await writeFiles(store, vaultFiles(keys, deps.random)).catch(() => undefined);
      throw error;
    }
  });
}

async function writeFiles({ deps, keys }: OpenStore, { header, keysFile }: VaultFilesText): Promise<void> {
  await ask(deps, 'vault.writeKeys', { keys: keysFile });
  await ask(deps, 'vault.writeHeader', { header });
  keysSaved(keys);
}

async function writeEntry(
  store: OpenStore,
  { label, memberId, name, role }: AccessChange,
  grantor: ReturnType<typeof grantorOf>,
): Promise<void> {
  const { keys, deps } = store;
  const before = await loadOffice(store);
  const members = { ...before.file.members };
  const known = members[memberId];
  if (role !== undefined) {
    const roleGrantedBy = grantor ?? 'practitioner';
    const recorded = { by: store.memberId, at: isoOf(deps.now()), device: store.device, capacity: store.capacity };
    if (known === undefined && name === undefined) throw new AppError('file-not-found');
    members[memberId] =
      known === undefined
        ? memberSchema.parse({ id: memberId, name, role, roleGrantedBy, recorded })
        : { ...known, role, roleGrantedBy, deleted: null };
  }
  const after: OfficeFile = { ...before.file, members: asInHeader(keys, members) };
  const [slot] = slotsOf(keys, memberId);
  const refs = { member: memberId, ...(slot !== undefined && { slot: slot.id }), by: grantor ?? 'self' };
  await writeNow(store, { label, files: [{ before, after }], refs, undoable: false });
}

/** The people of the office with slot and role as the header has them. */
function asInHeader(keys: VaultKeys, members: OfficeFile['members']): OfficeFile['members'] {
  return Object.fromEntries(
    Object.entries(members).map(([id, member]): [Id, Member] => {
      const slots = slotsOf(keys, id);
      const slot = slots.find(({ kind }) => kind === 'passphrase') ?? slots[0];
      return [id, slot === undefined ? { ...member, slotId: null } : { ...member, slotId: slot.id, role: slot.role }];
    }),
  );
}

/** At unlock: what a crash kept out of the record, or an exchanged header brought in, is written into it. */
export async function noteAccess(store: OpenStore): Promise<void> {
  const { office, keys } = store;
  if (office === null || store.readOnly !== null) return;
  const members = asInHeader(keys, office.members);
  if (sameJson(members as Json, office.members as Json)) return;
  await store.inTurn(async () => {
    const before = await loadOffice(store);
    const after = { ...before.file, members: asInHeader(keys, before.file.members) };
    await writeNow(store, { label: 'access.noted', files: [{ before, after }], undoable: false });
  });
}

async function loadOffice(store: OpenStore) {
  const before = store.office === null ? null : await loadInTurn(store, store.office.id);
  if (before === null || before.file.kind !== 'office') throw new AppError('file-not-found');
  return { ...before, file: before.file };
}
