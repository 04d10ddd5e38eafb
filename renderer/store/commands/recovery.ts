/** The recovery sheet: a code of 130 random bits that is a slot of its own, shown once, never stored. */
import type { Id } from '#shared/domain/base.ts';
import type { OfficeFile } from '#shared/domain/office.ts';
import { AppError } from '#shared/errors.ts';
import { toBase64 } from '#shared/vault/canonical.ts';
import { groupMatches, makeRecoveryCode } from '#shared/vault/recovery-code.ts';
import { recoveryKek } from '#shared/vault/slots.ts';
import { addSlot, grantorOf, newEpoch, removeSlot, slotList, slotsOf, type VaultKeys } from '#shared/vault/vault.ts';
import { loadInTurn } from '../queries/load-record.ts';
import { isoOf } from '../session/deps.ts';
import type { OpenStore } from '../session/open-store.ts';
import { changeSlots } from './access.ts';
import { writeNow } from './write-commit.ts';

/** Sheets stop here, so that people and new passphrases always find room in the header. */
const MOST_SLOTS = 24;

/** Adds a recovery slot for whoever is at work, with the rings that person holds, and answers its code. */
export async function makeRecovery(
  store: OpenStore,
): Promise<{ readonly code: string; readonly groups: readonly string[] }> {
  store.mustBeWritable();
  const { deps, keys } = store;
  const code = makeRecoveryCode(deps.random);
  const kdf = { algorithm: 'hkdf-sha256', salt: toBase64(deps.random(16)) } as const;
  await changeSlots(store, async (draft, write) => {
    if (slotList(draft).length >= MOST_SLOTS) throw new AppError('not-allowed', { what: 'slots' });
    const kek = recoveryKek(code.bytes, kdf);
    const slot = { kek, kdf, role: store.role, holder: keys.holder, grantedBy: keys.slotId };
    const slotId = addSlot(draft, slot, deps.random, [...draft.held]);
    kek.fill(0);
    await write();
    const madeAt = isoOf(deps.now());
    const made = { [slotId]: { holder: keys.holder, madeAt } };
    await noteSheets(store, 'recovery.made', draft, (office) => ({
      recoverySheet: { madeAt, confirmedAt: null },
      sheets: { ...office.sheets, ...made },
    }));
  });
  store.recoveryCode = code;
  return { code: code.text, groups: code.groups };
}

/** Whether a typed group (counting from 0) is the printed one; then the sheet counts as done. */
export async function confirmRecovery(
  store: OpenStore,
  group: number,
  typed: string,
): Promise<{ readonly right: boolean }> {
  const code = store.recoveryCode;
  if (code === null) throw new AppError('not-ready', { what: 'recovery' });
  if (!groupMatches(code, group, typed)) return { right: false };
  const confirmedAt = isoOf(store.deps.now());
  await store.inTurn(() =>
    noteSheets(store, 'recovery.confirmed', store.keys, ({ recoverySheet }) => ({
      recoverySheet: { ...recoverySheet, confirmedAt },
    })),
  );
  store.recoveryCode = null;
  return { right: true };
}

/**
 * Takes one recovery sheet away: its code opens nothing that is written afterwards. With the last sheet of the vault the
 * reminder comes back. Throws `not-allowed`: {what: 'access'} for somebody else's sheet and nobody who may grant, {what:
 * 'slot'} for what is no sheet, {what: 'last'} for the only way in of its person.
 */
export async function withdrawRecovery(store: OpenStore, slotId: Id): Promise<void> {
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
    const isLast = slotList(draft).every(({ kind }) => kind !== 'recovery');
    await noteSheets(store, 'recovery.withdrawn', draft, ({ recoverySheet, sheets = {} }) => {
      const { [slotId]: _, ...rest } = sheets;
      return { sheets: rest, recoverySheet: isLast ? { madeAt: null, confirmedAt: null } : recoverySheet };
    });
  });
}

async function noteSheets(
  store: OpenStore,
  label: string,
  keys: VaultKeys,
  change: (office: OfficeFile) => Partial<OfficeFile>,
): Promise<void> {
  const before = store.office === null ? null : await loadInTurn(store, store.office.id);
  if (before?.file.kind !== 'office') throw new AppError('file-not-found');
  const after = { ...before.file, ...change(before.file) };
  await writeNow(store, { label, files: [{ before, after }], undoable: false }, keys);
}
