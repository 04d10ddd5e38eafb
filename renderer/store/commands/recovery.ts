/** The recovery sheet: a code of 130 random bits that is a slot of its own, shown once, never stored. */
import type { Id } from '#shared/domain/base.ts';
import type { OfficeFile } from '#shared/domain/office.ts';
import { AppError } from '#shared/errors.ts';
import { toBase64 } from '#shared/vault/canonical.ts';
import { groupMatches, makeRecoveryCode } from '#shared/vault/recovery-code.ts';
import { recoveryKek } from '#shared/vault/slots.ts';
import { addSlot, grantorOf, newEpoch, removeSlot, slotList, slotsOf, type VaultKeys } from '#shared/vault/vault.ts';
import { isoOf } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';
import { changeSlots } from './access.ts';
import { loadOffice } from './access-record.ts';
import { isPresent, mustBePresent } from './proof.ts';
import { writeNow } from './write-commit.ts';

/** Sheets stop here, so that people and new passphrases always find room in the header. */
const MOST_SLOTS = 24;

export interface MadeSheet {
  readonly slotId: Id;
  /** ISO instant. */
  readonly madeAt: string;
  readonly code: string;
  readonly groups: readonly string[];
}

const isSheet = ({ kind }: { readonly kind: string }): boolean => kind === 'recovery';

/**
 * Adds a recovery slot for whoever is at work, with the rings that person holds, and answers its code. The first sheet
 * of a vault asks nothing, so that nobody puts it off; for a further one throws `wrong-passphrase` without a proof.
 */
export async function makeRecovery(store: OpenStore, proof: Id | null): Promise<MadeSheet> {
  store.mustBeWritable();
  const { deps, keys } = store;
  const isTheirs = proof !== null && (await isPresent(store, proof));
  const code = makeRecoveryCode(deps.random);
  const kdf = { algorithm: 'hkdf-sha256', salt: toBase64(deps.random(16)) } as const;
  const madeAt = isoOf(deps.now());
  let slotId = '';
  await changeSlots(store, async (draft, write) => {
    if (!isTheirs && slotList(draft).some(isSheet)) throw new AppError('wrong-passphrase');
    if (slotList(draft).length >= MOST_SLOTS) throw new AppError('not-allowed', { what: 'slots' });
    const kek = recoveryKek(code.bytes, kdf);
    const slot = { kek, kdf, role: store.role, holder: keys.holder, grantedBy: keys.slotId };
    slotId = addSlot(draft, slot, deps.random, [...draft.held]);
    kek.fill(0);
    store.sheetsMadeNow.add(slotId);
    await write();
    const made = { [slotId]: { holder: keys.holder, madeAt, confirmedAt: null } };
    await noteSheets(store, 'recovery.made', draft, ({ sheets }) => ({ ...sheets, ...made }));
  });
  store.recoveryCode = { slotId, code };
  return { slotId, madeAt, code: code.text, groups: code.groups };
}

/** Whether a typed group (counting from 0) is the printed one; then this sheet counts as done. */
export async function confirmRecovery(
  store: OpenStore,
  group: number,
  typed: string,
): Promise<{ readonly right: boolean }> {
  const shown = store.recoveryCode;
  if (shown === null) throw new AppError('sheet-withdrawn');
  if (!groupMatches(shown.code, group, typed)) return { right: false };
  const confirmedAt = isoOf(store.deps.now());
  await store.inTurn(async () => {
    if (store.recoveryCode !== shown) throw new AppError('sheet-withdrawn');
    await noteSheets(store, 'recovery.confirmed', store.keys, ({ sheets = {} }) => {
      const sheet = sheets[shown.slotId] ?? { holder: store.memberId, madeAt: confirmedAt };
      return { ...sheets, [shown.slotId]: { ...sheet, confirmedAt } };
    });
  });
  store.recoveryCode = null;
  return { right: true };
}

/**
 * Takes one recovery sheet away: its code opens nothing that is written afterwards. With the last sheet that was done
 * the reminder comes back. Throws `wrong-passphrase` without a proof, `not-allowed`: {what: 'access'} for somebody
 * else's sheet and nobody who may grant, {what: 'slot'} for what is no sheet, {what: 'last'} for the only way in of its
 * person and for the sheet that this vault was unlocked with.
 */
export async function withdrawRecovery(store: OpenStore, slotId: Id, proof: Id): Promise<void> {
  await mustBePresent(store, proof);
  await changeSlots(store, async (draft, write) => {
    const { random } = store.deps;
    const slot = draft.inner.header.slots.find(({ id }) => id === slotId);
    if (slot?.kind !== 'recovery') throw new AppError('not-allowed', { what: 'slot' });
    if (slot.holder !== store.memberId && grantorOf(draft) === null)
      throw new AppError('not-allowed', { what: 'access' });
    if (slotsOf(draft, slot.holder).length === 1 || slotId === draft.slotId) {
      throw new AppError('not-allowed', { what: 'last' });
    }
    removeSlot(draft, slotId);
    newEpoch(draft, random);
    await write();
    await noteSheets(store, 'recovery.withdrawn', draft, ({ sheets = {} }) => {
      const { [slotId]: _, ...rest } = sheets;
      return rest;
    });
  });
}

type Sheets = NonNullable<OfficeFile['sheets']>;

async function noteSheets(
  store: OpenStore,
  label: string,
  keys: VaultKeys,
  change: (office: OfficeFile) => Sheets,
): Promise<void> {
  const before = await loadOffice(store);
  const after = { ...before.file, sheets: change(before.file) };
  await writeNow(store, { label, files: [{ before, after }], undoable: false }, keys);
}
