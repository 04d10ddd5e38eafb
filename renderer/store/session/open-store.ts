/** One open vault: keys, journal head, working copy, index. Commands and queries are functions over it. */
import type { Id } from '#shared/domain/base.ts';
import type { FileOf } from '#shared/domain/files.ts';
import { sheetConfirmedAt } from '#shared/domain/office.ts';
import type { Role } from '#shared/domain/roles.ts';
import { AppError, type ErrorCode, type ErrorDetail } from '#shared/errors.ts';
import type { VaultKind } from '#shared/ipc/contract.ts';
import { grantorOf, type Head, roleNow, slotList, type VaultKeys } from '#shared/vault/vault.ts';
import type { Actor } from '../commands/office-rules.ts';
import type { RecoveryCode } from '#shared/vault/recovery-code.ts';
import type { RowCache } from '../cache/row-cache.ts';
import type { SessionInfo } from '../contract.ts';
import { StoreIndex } from '../index/store-index.ts';
import type { SearchIndex } from '../queries/search-index.ts';
import { RefusedCommits } from '../commands/refused.ts';
import type { UndoStacks } from '../commands/undo-stacks.ts';
import type { CacheMeta, Place } from './cache-meta.ts';
import { type Deps, randomId } from './deps.ts';
import { FileRecords } from './file-records.ts';
import type { HiddenName } from './hidden-name.ts';
import type { PendingSlots } from './pending-slots.ts';

/** The record was sealed three days ago and no group was typed back: the sheet is the first page. */
const RECOVERY_DAYS = 3;
const DAY = 86_400_000;

export interface OpenedWith {
  readonly deps: Deps;
  readonly kind: VaultKind;
  readonly keys: VaultKeys;
  readonly hidden: HiddenName;
  readonly cache: RowCache;
  readonly pending: PendingSlots;
  readonly undo: UndoStacks;
  readonly device: Id;
}

export class OpenStore {
  readonly deps: Deps;
  readonly kind: VaultKind;
  readonly keys: VaultKeys;
  readonly hidden: HiddenName;
  readonly pending: PendingSlots;
  readonly undo: UndoStacks;
  /** The chain this laptop writes. */
  readonly device: Id;
  cache: RowCache;
  index: StoreIndex;
  records: FileRecords;
  /** Heads of every device's journal that the index stands for, ours included. */
  readonly heads = new Map<Id, Head>();
  readonly places = new Map<Id, Place>();
  /** Revision of files that were taken out again by an undo. */
  readonly removed = new Map<Id, number>();
  office: FileOf<'office'> | null = null;
  /** From the working copy, for the first screen before the index is there. */
  meta: CacheMeta | null = null;
  readOnly: { readonly code: string; readonly detail: ErrorDetail } | null = null;
  rebuilt: string | null = null;
  lastSavedAt: string | null = null;
  isLoaded = false;
  /** The working copy counts only once it is whole: until then it has no meta record. */
  isRebuilding = false;
  /** Settles when every row is there; rejects only with what `open` has to report. */
  loaded: Promise<void> = Promise.resolve();
  /** Aborted at lock: long reading and checking stops. */
  readonly jobs = new AbortController();
  /** The code that is on screen, until one group was typed back or its sheet was withdrawn. */
  recoveryCode: { readonly slotId: Id; readonly code: RecoveryCode } | null = null;
  /** Slots of the sheets made at this session; they prove nothing (proof.ts). */
  readonly sheetsMadeNow = new Set<Id>();
  /** Tickets that were looked at and found right, to be used once. */
  readonly proven = new Set<Id>();
  search: SearchIndex | null = null;
  /** Commits since the last snapshot. */
  sinceSnapshot = 0;
  /** Commits that wait for room on the disk. */
  readonly refused = new RefusedCommits();
  #canTryAgain = false;
  #writes: Promise<unknown> = Promise.resolve();

  constructor(given: OpenedWith) {
    this.deps = given.deps;
    this.kind = given.kind;
    this.keys = given.keys;
    this.hidden = given.hidden;
    this.pending = given.pending;
    this.undo = given.undo;
    this.device = given.device;
    this.cache = given.cache;
    this.index = new StoreIndex(() => randomId(this.deps.random));
    this.records = this.#newRecords();
  }

  /** An empty index and no opened files, before rebuilding. */
  reset(cache: RowCache): void {
    this.cache = cache;
    this.index = new StoreIndex(() => randomId(this.deps.random));
    this.records = this.#newRecords();
    this.heads.clear();
    this.places.clear();
    this.removed.clear();
    this.office = null;
    this.search = null;
  }
  #newRecords(): FileRecords {
    const { keys, cache, index, hidden, deps } = this;
    return new FileRecords({ keys, cache, index, hidden, random: deps.random });
  }

  /** Runs writes one after the other; a failed one does not stop the next. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#writes.then(work, work);
    this.#writes = turn.catch(() => undefined);
    return turn;
  }

  /**
   * No write is acknowledged from now on; what is on screen and in pending slots stays. After a refusal of the disk
   * that a person can mend or that may pass, saving can be tried again.
   */
  stopWriting(code: string, detail: ErrorDetail, canTryAgain = false): void {
    this.#canTryAgain = canTryAgain && this.readOnly === null;
    this.readOnly ??= { code, detail };
    this.tellSession();
  }
  /** Another reason, after a try that did not help; answers it to be thrown. */
  stopForGood(code: ErrorCode, detail: ErrorDetail): AppError {
    this.readOnly = null;
    this.stopWriting(code, detail);
    return new AppError(code, detail);
  }
  get canTryAgain(): boolean {
    return this.readOnly !== null && this.#canTryAgain;
  }
  resumeWriting(): void {
    if (this.canTryAgain) this.readOnly = null;
  }
  /** What `info` says has changed. */
  tellSession(): void {
    this.deps.notify({ kind: 'changed', fileIds: [], labels: [] });
  }
  mustBeWritable(): void {
    if (this.readOnly !== null) throw new AppError('read-only-mode', { because: this.readOnly.code });
  }

  get memberId(): Id {
    return this.keys.holder;
  }
  get role(): Role {
    return roleNow(this.keys);
  }
  /** In which capacity this person records. */
  get capacity(): 'underCounsel' | 'ownOrganisation' {
    return this.role === 'advocate' || this.role === 'intakeVolunteer' ? 'ownOrganisation' : 'underCounsel';
  }
  /** What the rules of a change ask of whoever makes it. */
  get actor(): Actor {
    return { role: this.role, mayGrant: grantorOf(this.keys) !== null };
  }

  info(): SessionInfo {
    return {
      vaultKind: this.kind,
      readOnly: this.readOnly !== null,
      readOnlyBecause: this.readOnly?.code ?? null,
      readOnlyDetail: this.readOnly?.detail ?? {},
      canTryAgain: this.canTryAgain,
      waiting: this.refused.count,
      memberId: this.memberId,
      memberName: this.office?.members[this.memberId]?.name ?? '',
      role: this.role,
      officeId: this.office?.id ?? '',
      device: this.device,
      rebuilt: this.rebuilt,
      recovery: this.#recovery(),
      lastSavedAt: this.lastSavedAt,
      loadedAll: this.isLoaded,
    };
  }

  #recovery(): SessionInfo['recovery'] {
    if (this.kind === 'sample' || this.office === null) return 'done';
    const sheets = slotList(this.keys).filter(({ kind }) => kind === 'recovery');
    if (sheets.some(({ id }) => sheetConfirmedAt(this.office, id) !== null)) return 'done';
    const age = this.deps.now() - Date.parse(this.office.createdAt);
    return age > RECOVERY_DAYS * DAY ? 'due' : 'reminder';
  }
}
