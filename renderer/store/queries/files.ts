/** Whole files and their history. */
import type { Id } from '#shared/domain/base.ts';
import type { FileKind, FileOf, StoredFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import type { HistoryRow } from '../contract.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadRecord } from './load-record.ts';

/** Throws `file-not-found`. */
export async function fileById(store: OpenStore, id: Id): Promise<StoredFile> {
  const record = await loadRecord(store, id);
  if (record === null) throw new AppError('file-not-found');
  return record.file;
}

export async function filesOfKind(store: OpenStore, kind: FileKind, caseId: Id | undefined): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  for (const entry of [...store.index.entries.values()]) {
    if (entry.kind !== kind) continue;
    if (caseId !== undefined && (entry.kind === 'case' ? entry.id : entry.owner) !== caseId) continue;
    files.push(await fileById(store, entry.id));
  }
  return files;
}

export function office(store: OpenStore): FileOf<'office'> {
  if (store.office === null) throw new AppError('file-not-found');
  return store.office;
}

/** Newest first. */
export async function history(store: OpenStore, id: Id): Promise<HistoryRow[]> {
  const record = await loadRecord(store, id);
  if (record === null) throw new AppError('file-not-found');
  return [...record.history].reverse();
}
