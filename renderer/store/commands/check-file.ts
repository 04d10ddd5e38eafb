/** Every file is checked whole before it is written: its schema, what may never change, and who may do what. */
import { type StoredFile, storedFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import { checkDraft } from './draft-rules.ts';
import { type Actor, checkOffice } from './office-rules.ts';

/** The file as the schema has it, defaults filled in. Throws `file-invalid` {path, problem}. */
export function validFile(value: unknown): StoredFile {
  const parsed = storedFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError('file-invalid', { path: issue?.path.join('.') ?? '', problem: issue?.code ?? '' });
}

/** Throws `file-invalid` when id or kind changed, `draft-frozen` or `not-allowed` by the rules of the kind. */
export function checkChange(before: StoredFile | null, after: StoredFile, actor: Actor): void {
  if (before !== null && (before.id !== after.id || before.kind !== after.kind)) {
    throw new AppError('file-invalid', { path: 'id', problem: 'changed' });
  }
  if (after.kind === 'draft') checkDraft(before?.kind === 'draft' ? before : null, after, actor.role);
  if (after.kind === 'office') checkOffice(before?.kind === 'office' ? before : null, after, actor);
  if (before?.kind === 'report') throw new AppError('draft-frozen', { state: 'report' });
}
