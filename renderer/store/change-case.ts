/**
 * Changes that follow from what else stands in the case: a list that grows, a fact made unless it is there. The case on
 * screen may be a commit behind, so they are built from the case as it stands when everything under way is written.
 */
import { useCallback } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { ok, type Result } from '#shared/errors.ts';
import { commitInTurn, commitNow, type StoreClient } from './client.ts';
import type { Change } from './contract.ts';
import { unbornOf } from './unborn.ts';
import { useStore } from './use-store.tsx';

export interface CaseChange {
  readonly fileId: Id;
  /** Locale key under `history.`. */
  readonly label: string;
  /** What changes in the case as it stands; nothing is written where nothing does. */
  readonly change: (file: CaseFile) => readonly Change[];
}

/** Waits its turn, reads the case and writes what `change` makes of it; answers when that is on the disk. */
export function changeCase(client: StoreClient, { fileId, label, change }: CaseChange): Promise<Result<unknown>> {
  return commitInTurn(async () => {
    const found = await client.request('file', { id: fileId });
    if (!found.ok) return found;
    const file = found.value;
    if (file.kind !== 'case') throw new Error(`file is a ${file.kind}, not a case`);
    const changes = change(unbornOf(client).into(file));
    return changes.length === 0 ? ok(true) : commitNow(client, { label, edits: [{ fileId, changes }] });
  });
}

/** The same for one case. */
export function useChangeCase(fileId: Id): (label: string, change: CaseChange['change']) => Promise<Result<unknown>> {
  const client = useStore();
  return useCallback((label, change) => changeCase(client, { fileId, label, change }), [client, fileId]);
}
