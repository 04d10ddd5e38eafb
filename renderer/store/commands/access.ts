/**
 * Who can open the vault, and as what. The header decides; the office file says the same for everybody to read, and each
 * change is one entry of the record. Changes are made in a copy of the keys and written in this order: keys file (the
 * moment of the change: it names its header), header, entry; then the session goes on with the changed keys. When one of
 * them cannot be written, slots go back as they were (`goBack`); after a crash in between, the next unlock brings header
 * and record up to the keys file (`noteAccess`). Whatever takes access or a ring away begins a new epoch.
 */
import type { Id } from '#shared/domain/base.ts';
import type { Role } from '#shared/domain/roles.ts';
import { AppError, toFailure } from '#shared/errors.ts';
import {
  addSlot,
  adopt,
  draftOf,
  grantorOf,
  grantRole,
  keysSaved,
  headerOfBoth,
  moveToSlot,
  newEpoch,
  removeSlot,
  type Ring,
  ringsHeldOnlyBy,
  ringsOf,
  slotsOf,
  type VaultKeys,
  vaultFiles,
  withSlotsOf,
} from '#shared/vault/vault.ts';
import { ask } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';
import { type AccessChange, writeEntry } from './access-record.ts';
import { isPresent, mustBePresent } from './proof.ts';
import { isMendable } from './refused.ts';

interface NewAccess {
  readonly memberId: Id;
  /** For somebody who is not in the office file yet. */
  readonly name?: string;
  readonly role: Role;
  readonly proof: Id;
  readonly ticket: Id;
}

/**
 * Gives somebody a passphrase of their own, made by `vault.derive` under the ticket, with the rings of the role.
 * Throws `wrong-passphrase` when `proof` is not of whoever is at work (as every change of access, see proof.ts),
 * `not-allowed` for who may not grant, and {what: 'slot'} for somebody who has access already.
 */
export async function addAccess(store: OpenStore, { memberId, name, role, proof, ticket }: NewAccess): Promise<void> {
  const isTheirs = await isPresent(store, proof);
  const { kek, kdf } = await store.deps.derivedKey(ticket);
  try {
    if (!isTheirs) throw new AppError('wrong-passphrase');
    await inOneEntry(store, { label: 'access.added', memberId, name, role }, async (keys, write) => {
      const { deps } = store;
      mustGrant(keys, 'access');
      mustBeReal(store);
      if (slotsOf(keys, memberId).length > 0) throw new AppError('not-allowed', { what: 'slot' });
      addSlot(keys, { kek, kdf, role, holder: memberId, grantedBy: keys.slotId }, deps.random);
      await write();
    });
  } finally {
    kek.fill(0);
  }
}

/**
 * Takes passphrase and recovery sheets of somebody away. What is written afterwards opens with none of them, not even with
 * a copy of header and keys made before; such a copy still opens what was written until now. Throws `not-allowed` for who may not grant, for oneself {what: 'own'} and for the last who holds a ring {what: ring}.
 */
export async function removeAccess(store: OpenStore, memberId: Id, proof: Id): Promise<void> {
  await mustBePresent(store, proof);
  await inOneEntry(store, { label: 'access.removed', memberId }, async (keys, write) => {
    const { deps } = store;
    mustGrant(keys, 'access');
    if (memberId === store.memberId) throw new AppError('not-allowed', { what: 'own' });
    const slots = slotsOf(keys, memberId);
    if (slots.length === 0) throw new AppError('not-allowed', { what: 'slot' });
    const [lost] = ringsHeldOnlyBy(keys, memberId);
    if (lost !== undefined) throw new AppError('not-allowed', { what: lost });
    for (const { id } of slots) removeSlot(keys, id);
    newEpoch(keys, deps.random);
    await write();
  });
}

interface NewRole {
  readonly memberId: Id;
  readonly role: Role;
  /** Null for somebody who has no access. */
  readonly proof: Id | null;
}

/**
 * Gives a role, with its rings when the person has access; a ring that nobody else holds stays with them. Where rings go,
 * what is written afterwards cannot be read with the keys of before. Throws
 * `not-allowed` for who may not grant, `file-not-found` for nobody of the office.
 */
export async function grantMemberRole(store: OpenStore, { memberId, role, proof }: NewRole): Promise<void> {
  const isTheirs = proof !== null && (await isPresent(store, proof));
  await inOneEntry(store, { label: 'access.roleGranted', memberId, role }, async (keys, write) => {
    const { random } = store.deps;
    mustGrant(keys, 'role');
    const keep: readonly Ring[] = ringsHeldOnlyBy(keys, memberId);
    const slots = slotsOf(keys, memberId).map(({ id }) => id);
    if (slots.length > 0 && !isTheirs) throw new AppError('wrong-passphrase');
    const before = slots.map((id) => ringsOf(keys, id));
    for (const slotId of slots) grantRole(keys, { slotId, role, random, keep });
    const isLess = slots.some((id, at) => before[at]?.some((ring) => !ringsOf(keys, id).includes(ring)));
    if (isLess) newEpoch(keys, random);
    if (slots.length > 0) await write();
  });
}

interface NewPassphrase {
  readonly proof: Id;
  readonly ticket: Id;
}

/**
 * A new passphrase for whoever is at work: the new slot is on the disk before the old one goes, so that at every moment
 * one of the two opens. Recovery sheets stay. With the old passphrase and a copy made before, what was written until now
 * can be read, and nothing that is written afterwards. Throws `wrong-passphrase` when the present passphrase or recovery
 * code that came under `proof` is not that person's: an unattended session is not enough.
 */
export async function changePassphrase(store: OpenStore, { proof, ticket }: NewPassphrase): Promise<void> {
  const isTheirs = await isPresent(store, proof);
  const { kek, kdf } = await store.deps.derivedKey(ticket);
  try {
    if (!isTheirs) throw new AppError('wrong-passphrase');
    await inOneEntry(store, { label: 'access.passphraseChanged', memberId: store.memberId }, async (keys, write) => {
      const { deps } = store;
      mustBeReal(store);
      const own = slotsOf(keys, store.memberId);
      const old = own.filter(({ kind }) => kind === 'passphrase');
      const before = old[0] ?? own[0];
      if (before === undefined) throw new AppError('not-allowed', { what: 'slot' });
      const { role, holder, grantedBy } = before;
      const added = addSlot(keys, { kek, kdf, role, holder, grantedBy }, deps.random, [...keys.held], before.id);
      await write();
      moveToSlot(keys, added);
      if (old.length === 0) return;
      for (const { id } of old) removeSlot(keys, id);
      newEpoch(keys, deps.random);
      await write();
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

/** Seals the copy of the keys as it is now and writes keys file and header, in this order. */
type Write = () => Promise<void>;

/** Changes the given copy of the keys and writes it, once for each state that has to be on the disk by itself. */
type Change = (keys: VaultKeys, write: Write) => Promise<void>;

/** A change of slots and the entry that tells of it: both are there or neither is. */
function inOneEntry(store: OpenStore, entry: AccessChange, change: Change): Promise<void> {
  // Asked before the change: giving the first practitioner their role ends the owner's right to give any.
  const grantor = grantorOf(store.keys);
  return changeSlots(store, async (keys, write) => {
    await change(keys, write);
    await writeEntry(store, keys, entry, grantor);
  });
}

/** Runs a change of slots with its entry, in its turn; slots that were changed halfway go back, in memory and on the disk. */
export async function changeSlots(store: OpenStore, change: Change): Promise<void> {
  await store.inTurn(async () => {
    store.mustBeWritable();
    const { keys, deps } = store;
    const draft = draftOf(keys);
    let hasBegun = false;
    try {
      await change(draft, async () => {
        const { header, keysFile } = vaultFiles(draft, deps.random);
        try {
          await ask(deps, 'vault.writeKeys', { keys: keysFile });
        } catch (error) {
          // A file is replaced whole: one that found no room is as it was. After an input/output error nobody knows.
          hasBegun ||= !isMendable(toFailure(error).code);
          throw error;
        }
        hasBegun = true;
        await ask(deps, 'vault.writeHeader', { header });
        keysSaved(draft);
      });
      adopt(keys, draft);
      forgetCode(store);
      store.tellSession();
    } catch (error) {
      if (hasBegun) await goBack(store, draft);
      throw error;
    }
  });
}

/** The code on screen, once its sheet is none any more. */
function forgetCode(store: OpenStore): void {
  if (store.keys.inner.header.slots.every(({ id }) => id !== store.recoveryCode?.slotId)) store.recoveryCode = null;
}

/**
 * Slots as they were, on the disk and then in memory. A header with the slots of before and after comes first: between
 * any two writes, whoever the keys file lets in is in the header. When the disk refuses this too, memory keeps the keys of
 * before, which whatever is on the disk can open, and writing ends: the next unlock goes by the disk.
 * Throws `access-unfinished` then.
 */
async function goBack(store: OpenStore, draft: VaultKeys): Promise<void> {
  const { keys, deps } = store;
  const back = withSlotsOf(keys, draft, deps.random);
  const { header, keysFile } = vaultFiles(back, deps.random);
  try {
    await ask(deps, 'vault.writeHeader', { header: headerOfBoth(keys, draft) });
    await ask(deps, 'vault.writeKeys', { keys: keysFile });
  } catch (error) {
    const { code, detail } = toFailure(error);
    store.stopWriting(code, detail);
    throw new AppError('access-unfinished');
  }
  keysSaved(back);
  adopt(keys, back);
  // A header that stays behind is written at the next change of slots or unlock (`noteAccess`).
  await ask(deps, 'vault.writeHeader', { header }).catch(() => undefined);
}
