/** From commits to files: the journal read as the state it led to. */
import type { Json } from './canonical.ts';
import { compareEvents } from './clock.ts';
import { applyPatches } from './patch.ts';
import type { OpenedCommit, OwnedScope } from './types.ts';

/** A file as replay knows it. `value` undefined after its whole was taken out. `revision` counts its commits. */
export interface ReplayedFile {
  readonly scope: OwnedScope;
  readonly revision: number;
  readonly value: Json | undefined;
}

/** A commit that did not find what it was made from: another laptop's, or one after a damaged one. */
export interface ReplayConflict {
  readonly device: string;
  readonly sequence: number;
  readonly file: string;
  /** Paths whose former value was another; empty when only the base revision differs. */
  readonly paths: readonly (readonly string[])[];
}

export interface Replayed {
  readonly files: Map<string, ReplayedFile>;
  /** Files that these commits touched. */
  readonly touched: ReadonlySet<string>;
  readonly conflicts: readonly ReplayConflict[];
}

/**
 * Applies commits (of any number of devices, any order) in clock order to `base`, which is not changed. Files of
 * purged owners are left out, sections that are hidden from this slot are skipped.
 */
export function replay(
  base: ReadonlyMap<string, ReplayedFile>,
  commits: readonly OpenedCommit[],
  purged: ReadonlySet<string>,
): Replayed {
  const files = new Map([...base].filter(([, file]) => !purged.has(file.scope.owner)));
  const touched = new Set<string>();
  const conflicts: ReplayConflict[] = [];
  for (const commit of [...commits].sort(compareEvents)) {
    for (const change of commit.changes) {
      if ('hidden' in change || purged.has(change.scope.owner)) continue;
      const { file, scope, patches } = change;
      const former = files.get(file) ?? { scope, revision: 0, value: undefined };
      const applied = applyPatches(former.value, patches);
      if (applied.conflicts.length > 0 || former.revision !== change.base) {
        const paths = applied.conflicts.map((patch) => patch.path);
        conflicts.push({ device: commit.device, sequence: commit.sequence, file, paths });
      }
      files.set(file, { scope, revision: Math.max(former.revision, change.base) + 1, value: applied.value });
      touched.add(file);
    }
  }
  return { files, touched, conflicts };
}
