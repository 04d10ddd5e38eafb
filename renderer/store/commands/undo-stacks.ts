/** What can be undone in this session: the patches of each act, newest last. */
import type { Id } from '#shared/domain/base.ts';
import type { OwnedScope, Patch } from '#shared/vault/vault.ts';

export interface Act {
  readonly label: string;
  readonly sequence: number;
  readonly files: readonly { readonly file: Id; readonly scope: OwnedScope; readonly patches: readonly Patch[] }[];
}

const KEPT = 200;

export class UndoStacks {
  readonly done: Act[] = [];
  readonly undone: Act[] = [];

  /** A new act: what was undone before can no longer be done again. */
  did(act: Act): void {
    this.done.push(act);
    if (this.done.length > KEPT) this.done.shift();
    this.undone.length = 0;
  }
}
