/**
 * Commits that the disk refused: full, read-only, or its folder gone. They are kept in order for another try, and
 * while they wait nothing else is written, so that the record never gets a later edit without an earlier one.
 */
import { AppError, toFailure } from '#shared/errors.ts';
import type { Commit } from '../contract.ts';

/** What a person can mend while the app is open. After an input/output error only opening anew helps. */
const mendable: ReadonlySet<string> = new Set(['disk-full', 'disk-read-only', 'folder-missing']);

/** Whether a code says that the disk refused, for whatever reason. */
export function isDiskTrouble(code: string): boolean {
  return isMendable(code) || code === 'disk-error';
}

export function isMendable(code: string): boolean {
  return mendable.has(code);
}

/** Whether an error says that the disk refused, and not that the commit was wrong. */
export function isRefusal(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'read-only-mode' || isMendable(toFailure(error).code));
}

/** Same values of the same files: a commit that says them again takes the earlier one's place. */
function sayWhat(commit: Commit): string {
  const paths = commit.edits.map(({ fileId, changes }) => [fileId, changes.map(({ path }) => path)]);
  return JSON.stringify([paths, (commit.create ?? []).map(({ id }) => id)]);
}

export class RefusedCommits {
  readonly #kept = new Map<string, Commit>();

  get count(): number {
    return this.#kept.size;
  }
  /** Oldest first. */
  all(): readonly Commit[] {
    return [...this.#kept.values()];
  }
  keep(commit: Commit): void {
    const key = sayWhat(commit);
    // To the end: it may build on what was refused in between.
    this.#kept.delete(key);
    this.#kept.set(key, commit);
  }
  drop(commit: Commit): void {
    this.#kept.delete(sayWhat(commit));
  }
}
