/**
 * What the record says of who can open the vault, so that everybody can read it: slots and roles of the people, and the
 * recovery sheets, as the header has them.
 */
import type { Id } from '#shared/domain/base.ts';
import { type Member, member as memberSchema, type OfficeFile } from '#shared/domain/office.ts';
import type { Role } from '#shared/domain/roles.ts';
import { AppError, toFailure } from '#shared/errors.ts';
import { sameJson } from '#shared/vault/canonical.ts';
import { type grantorOf, headerBehind, type Json, slotsOf, type VaultKeys } from '#shared/vault/vault.ts';
import { loadInTurn } from '../queries/load-record.ts';
import { ask, isoOf } from '../session/deps.ts';
import type { FileRecord } from '../session/file-records.ts';
import type { OpenStore } from '../session/open-store.ts';
import { isDiskTrouble, isMendable } from './refused.ts';
import { writeNow } from './write-commit.ts';

export interface AccessChange {
  readonly label: string;
  readonly memberId: Id;
  readonly name?: string | undefined;
  readonly role?: Role;
}

/** The entry that tells of a change of slots, under the keys that count from it on; `grantor` as asked before the change. */
export async function writeEntry(
  store: OpenStore,
  keys: VaultKeys,
  { label, memberId, name, role }: AccessChange,
  grantor: ReturnType<typeof grantorOf>,
): Promise<void> {
  const { deps } = store;
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
  const after: OfficeFile = {
    ...before.file,
    members: asInHeader(keys, members),
    ...sheetsInHeader(keys, before.file),
  };
  const [slot] = slotsOf(keys, memberId);
  const refs = { member: memberId, ...(slot !== undefined && { slot: slot.id }), by: grantor ?? 'self' };
  await writeNow(store, { label, files: [{ before, after }], refs, undoable: false }, keys);
}

/** Without the sheets of somebody who lost access. */
function sheetsInHeader(keys: VaultKeys, { sheets }: OfficeFile): Pick<OfficeFile, 'sheets'> {
  if (sheets === undefined) return {};
  const known = new Set(keys.inner.header.slots.map(({ id }) => id));
  return { sheets: Object.fromEntries(Object.entries(sheets).filter(([slotId]) => known.has(slotId))) };
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

/**
 * At unlock: a header that a crash kept from being written is written (`headerFile` is the one on the disk), and what the
 * record does not know of the slots is written into it. A disk that refuses this opens to read.
 */
export async function noteAccess(store: OpenStore, headerFile: string): Promise<void> {
  try {
    await bringUpToKeys(store, headerFile);
  } catch (error) {
    const { code, detail } = toFailure(error);
    if (!isDiskTrouble(code)) throw error;
    store.stopWriting(code, detail, isMendable(code));
  }
}

async function bringUpToKeys(store: OpenStore, headerFile: string): Promise<void> {
  const { office, keys } = store;
  if (office === null || store.readOnly !== null) return;
  const header = headerBehind(keys, headerFile);
  if (header !== null) await store.inTurn(() => ask(store.deps, 'vault.writeHeader', { header }));
  const members = asInHeader(keys, office.members);
  if (sameJson(members as Json, office.members as Json)) return;
  await store.inTurn(async () => {
    const before = await loadOffice(store);
    const after = { ...before.file, members: asInHeader(keys, before.file.members) };
    await writeNow(store, { label: 'access.noted', files: [{ before, after }], undoable: false });
  });
}

/** The office file with its record, for who has the turn. Throws `file-not-found` where there is none. */
export async function loadOffice(store: OpenStore): Promise<FileRecord & { readonly file: OfficeFile }> {
  const before = store.office === null ? null : await loadInTurn(store, store.office.id);
  if (before === null || before.file.kind !== 'office') throw new AppError('file-not-found');
  return { ...before, file: before.file };
}
