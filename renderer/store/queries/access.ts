/** The people who can open this vault, and what whoever is at work may do about it. */
import type { Id } from '#shared/domain/base.ts';
import { sheetConfirmedAt } from '#shared/domain/office.ts';
import { grantorOf, slotList } from '#shared/vault/vault.ts';
import type { AccessList, HistoryRow } from '../contract.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadRecord } from './load-record.ts';

/** In the order in which they got access; the owner first. */
export async function accessList(store: OpenStore): Promise<AccessList> {
  const record = store.office === null ? null : await loadRecord(store, store.office.id);
  const history = record?.history ?? [];
  const office = record?.file.kind === 'office' ? record.file : null;
  const slots = slotList(store.keys);
  const owner = slots[0]?.holder;
  const people = [...new Set(slots.map(({ holder }) => holder))].map((memberId) => {
    const own = slots.filter(({ holder }) => holder === memberId);
    const slot = own.find(({ kind }) => kind === 'passphrase') ?? own[0];
    const member = office?.members[memberId];
    return {
      memberId,
      name: member?.name ?? '',
      role: slot?.role ?? store.role,
      roleGrantedBy: member?.roleGrantedBy ?? 'declared',
      since: sinceOf(history, memberId) ?? office?.createdAt ?? '',
      hasPassphrase: own.some(({ kind }) => kind === 'passphrase'),
      recoverySheets: own
        .filter(({ kind }) => kind === 'recovery')
        .map(({ id }) => ({
          slotId: id,
          madeAt: office?.sheets?.[id]?.madeAt ?? null,
          confirmedAt: sheetConfirmedAt(office, id),
          openedThis: id === store.keys.slotId,
        })),
      slotIds: own.map(({ id }) => id),
      isYou: memberId === store.memberId,
      isOwner: memberId === owner,
    };
  });
  return { people, grantor: store.readOnly === null ? grantorOf(store.keys) : null };
}

/** The last save that gave this person access. */
function sinceOf(history: readonly HistoryRow[], memberId: Id): string | undefined {
  const given = [`members/${memberId}`, `members/${memberId}/slotId`];
  const isGiven = (row: HistoryRow): boolean =>
    row.label !== 'access.passphraseChanged' && row.paths.some((path) => given.includes(path));
  return history.filter(isGiven).at(-1)?.at;
}
