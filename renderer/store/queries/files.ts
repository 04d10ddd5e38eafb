/** Whole files and their history. */
import type { Id } from '#shared/domain/base.ts';
import type { FileKind, FileOf, StoredFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import type { HistoryRow } from '../contract.ts';
import { shapeOf } from '../index/block-text.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadRecord } from './load-record.ts';

/** Throws `file-not-found`. */
export async function fileById(store: OpenStore, id: Id): Promise<StoredFile> {
  const record = await loadRecord(store, id);
  if (record === null) throw new AppError('file-not-found');
  return record.file;
}

/** Files of a kind, of one case or of all; entries of other shapes are not decoded. */
export async function filesOfKind(store: OpenStore, kind: FileKind, caseId: Id | undefined): Promise<StoredFile[]> {
  const { entries } = store.index;
  const files: StoredFile[] = [];
  for (const id of [...entries.idsOf(shapeOf(kind))]) {
    // A case is its own owner: its id says it without its entry.
    if (kind === 'case' && caseId !== undefined && id !== caseId) continue;
    const entry = entries.get(id);
    if (entry?.kind !== kind || (caseId !== undefined && entry.owner !== caseId)) continue;
    files.push(await fileById(store, id));
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
