/** The recovery sheet: a code of 130 random bits that is a slot of its own, shown once, never stored. */
import { AppError } from '#shared/errors.ts';
import { toBase64 } from '#shared/vault/canonical.ts';
import { groupMatches, makeRecoveryCode } from '#shared/vault/recovery-code.ts';
import { recoveryKek } from '#shared/vault/slots.ts';
import { addSlot, slotList, type VaultKeys } from '#shared/vault/vault.ts';
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
    const files = addSlot(draft, slot, deps.random, [...draft.held]);
    kek.fill(0);
    await write(files);
    await noteSheet(store, { madeAt: isoOf(deps.now()), confirmedAt: null }, 'recovery.made', draft);
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
  await store.inTurn(() => {
    const madeAt = store.office?.recoverySheet.madeAt ?? null;
    return noteSheet(store, { madeAt, confirmedAt: isoOf(store.deps.now()) }, 'recovery.confirmed');
  });
  store.recoveryCode = null;
  return { right: true };
}

async function noteSheet(
  store: OpenStore,
  recoverySheet: { readonly madeAt: string | null; readonly confirmedAt: string | null },
  label: string,
  keys: VaultKeys = store.keys,
): Promise<void> {
  const before = store.office === null ? null : await loadInTurn(store, store.office.id);
  if (before?.file.kind !== 'office') throw new AppError('file-not-found');
  await writeNow(
    store,
    { label, files: [{ before, after: { ...before.file, recoverySheet } }], undoable: false },
    keys,
  );
}
