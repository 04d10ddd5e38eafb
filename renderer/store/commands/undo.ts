/** Undo and redo: the inverse patches as new commits. Nothing written is ever taken out of the record's history. */
import { storedFile } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import { applyPatches, invert, type Json, type Patch } from '#shared/vault/vault.ts';
import { loadInTurn } from '../queries/load-record.ts';
import type { OpenStore } from '../session/open-store.ts';
import { checkChange } from './check-file.ts';
import type { Act } from './undo-stacks.ts';
import { type FileWrite, writeNow } from './write-commit.ts';

/** Takes the last act back; null when there is none. Throws `draft-frozen` or `not-allowed` as for any change. */
export function undo(store: OpenStore): Promise<{ readonly label: string } | null> {
  return move(store, 'undone', store.undo.done, store.undo.undone, invert);
}
/** Does the last undone act again; null when there is none. */
export function redo(store: OpenStore): Promise<{ readonly label: string } | null> {
  return move(store, 'redone', store.undo.undone, store.undo.done, (patches) => patches);
}

function move(
  store: OpenStore,
  label: 'undone' | 'redone',
  from: Act[],
  to: Act[],
  direction: (patches: readonly Patch[]) => readonly Patch[],
): Promise<{ readonly label: string } | null> {
  return store.inTurn(async () => {
    store.mustBeWritable();
    const act = from.at(-1);
    if (act === undefined) return null;
    const files: FileWrite[] = [];
    for (const { file, patches } of act.files) files.push(await turned(store, file, direction(patches)));
    await writeNow(store, { label, files, refs: { act: String(act.sequence) }, undoable: false });
    from.pop();
    to.push(act);
    return { label: act.label };
  });
}

async function turned(store: OpenStore, id: string, patches: readonly Patch[]): Promise<FileWrite> {
  const before = await loadInTurn(store, id);
  const { value, conflicts } = applyPatches(before?.file as Json | undefined, patches);
  if (conflicts.length > 0)
    throw new AppError('file-invalid', { path: conflicts[0]?.path.join('.') ?? '', problem: 'changed' });
  if (value === undefined) return { before, after: null };
  const after = storedFile.parse(value);
  checkChange(before?.file ?? null, after, store.actor);
  return { before, after };
}
