/**
 * Everything that passes between the page and the store worker: request name → argument and answer.
 * The worker owns keys, sealing, Dexie, index and search; the page holds ordered ids and the rows it shows.
 * Every answer is a `Result`; the worker never throws across.
 */
import type { Id } from '#shared/domain/base.ts';
import type { FilingReading } from '#shared/deadlines/filing.ts';
import type { FileKind, FileOf, StoredFile } from '#shared/domain/files.ts';
import type { Role } from '#shared/domain/roles.ts';

/** One change of one value: path of keys into the file; `undefined` removes the key. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Files touched by one act are written as one commit. `label` is a locale key under `history.` for the History page. */
export interface Edit {
  readonly fileId: Id;
  readonly changes: readonly Change[];
}
export interface Commit {
  readonly label: string;
  readonly edits: readonly Edit[];
  /** Files made by this commit, complete. */
  readonly create?: readonly StoredFile[];
  /** Pending slots that this commit makes obsolete. */
  readonly clears?: readonly string[];
}

export type SortKey = 'name' | 'nextHearing' | 'lastContact' | 'created' | 'place';
export interface ListQuery {
  readonly sort: SortKey;
  readonly descending: boolean;
  /** Typed text: names in any order, accents optional, one typo a word, A-number digits, office number. */
  readonly text: string;
  /** Filter chips; empty = all. */
  readonly filters: readonly ('inProgramme' | 'hearingSoon' | 'unreached' | 'flagged' | 'incomplete' | 'mine')[];
}

/** One person in a list. Dates as stored (sortable); everything already derived. */
export interface ClientRow {
  readonly personId: Id;
  readonly caseId: Id;
  readonly officeNumber: string;
  readonly name: string;
  readonly initials: string;
  /** Nine digits or '' . */
  readonly aNumber: string;
  readonly aNumberState: 'notAsked' | 'none' | 'has' | 'declined' | 'unknown';
  readonly languages: readonly string[];
  readonly placeNow: string;
  readonly port: string;
  readonly nextHearing: string;
  readonly lastContact: string;
  /** Locale keys under `flags.`. */
  readonly flags: readonly string[];
  readonly familySize: number;
  readonly createdAt: string;
}

export interface HearingRow {
  readonly caseId: Id;
  readonly hearingId: Id;
  readonly personId: Id;
  readonly name: string;
  readonly initials: string;
  readonly date: string;
  readonly hearingTime: string;
  readonly hearingZone: string;
  readonly hearingPlace: string;
  readonly reportTime: string;
  readonly reportZone: string;
  readonly port: string;
  readonly languages: readonly string[];
  readonly people: number;
}

interface DuePerson {
  readonly caseId: Id;
  readonly personId: Id;
  readonly name: string;
  readonly initials: string;
  /** YYYY-MM-DD: the earliest day that is safe; may have passed. */
  readonly due: string;
}
/** What falls due: papers before a hearing (each reading of the rule), and stated fear that nobody referred (SR11). */
export type DueRow =
  | (DuePerson & {
      readonly kind: 'filing';
      readonly hearingId: Id;
      readonly hearingDate: string;
      readonly people: number;
      readonly hearingKind: string;
      /** False while nobody has recorded that the hearing is on the non-detained docket. */
      readonly docketKnown: boolean;
      readonly readings: readonly FilingReading[];
    })
  | (DuePerson & { readonly kind: 'referral'; readonly factId: Id });

export interface Today {
  readonly hearings: readonly HearingRow[];
  readonly due: readonly DueRow[];
  readonly notReached: readonly {
    readonly caseId: Id;
    readonly personId: Id;
    readonly name: string;
    readonly initials: string;
    readonly days: number | null;
    readonly hearingDate: string;
  }[];
  readonly drafts: readonly DraftSummary[];
  readonly needsLook: readonly {
    readonly caseId: Id;
    readonly personId: Id | null;
    readonly name: string;
    readonly initials: string;
    readonly flag: string;
    readonly count: number;
  }[];
  readonly counts: { readonly clients: number; readonly cases: number; readonly drafts: number };
}

export interface DraftSummary {
  readonly draftId: Id;
  readonly caseId: Id;
  readonly templateId: string;
  readonly title: string;
  readonly personId: Id | null;
  readonly name: string;
  readonly initials: string;
  readonly state: string;
  readonly version: number;
  readonly gaps: number;
  readonly changedAt: string;
  readonly signed: boolean;
}

export interface DuplicateHit {
  readonly personId: Id;
  readonly caseId: Id;
  readonly row: ClientRow;
  /** Locale keys under `duplicate.`: why it matched. */
  readonly reasons: readonly string[];
}

export interface SearchHit {
  readonly caseId: Id;
  readonly personId: Id | null;
  readonly title: string;
  readonly snippet: string;
  readonly kind: 'client' | 'fact' | 'draft';
}

export interface HistoryRow {
  readonly sequence: number;
  readonly device: Id;
  readonly at: string;
  readonly by: string;
  readonly label: string;
  readonly paths: readonly string[];
}

/** Somebody who can open the vault. */
export interface AccessRow {
  readonly memberId: Id;
  readonly name: string;
  readonly role: Role;
  readonly roleGrantedBy: 'declared' | 'practitioner' | 'owner';
  /** ISO instant of the save that gave access. */
  readonly since: string;
  /** False when only a recovery sheet is left. */
  readonly hasPassphrase: boolean;
  readonly recoverySheets: readonly RecoverySheet[];
  /** Every slot of this person. */
  readonly slotIds: readonly Id[];
  readonly isYou: boolean;
  /** Had the first slot: gives roles while nobody with access is a practitioner. */
  readonly isOwner: boolean;
}
export interface RecoverySheet {
  readonly slotId: Id;
  /** ISO instant, or null for a sheet of before this was kept. */
  readonly madeAt: string | null;
  /** ISO instant at which one group was typed back, or null. */
  readonly confirmedAt: string | null;
  /** This vault was unlocked with it now: it cannot be withdrawn. */
  readonly openedThis: boolean;
}
export interface AccessList {
  readonly people: readonly AccessRow[];
  /** As whom the present user may give access and roles; null: may not. */
  readonly grantor: 'practitioner' | 'owner' | null;
}

export interface SessionInfo {
  readonly vaultKind: 'real' | 'sample';
  readonly readOnly: boolean;
  /** Why read-only, as an error code, or null. */
  readonly readOnlyBecause: string | null;
  readonly readOnlyDetail: Readonly<Record<string, string | number>>;
  /** Read-only because the disk refused a save that can be tried again (`saveAgain`). */
  readonly canTryAgain: boolean;
  /** Commits that wait for another try. */
  readonly waiting: number;
  readonly memberId: Id;
  readonly memberName: string;
  readonly role: Role;
  readonly officeId: Id;
  readonly device: Id;
  /** Locale key under `vault.rebuilt.` when the working copy had to be rebuilt, else null. */
  readonly rebuilt: string | null;
  /** Recovery sheet: none needed yet / reminder / first page. */
  readonly recovery: 'done' | 'reminder' | 'due';
  readonly lastSavedAt: string | null;
  readonly loadedAll: boolean;
}

export interface Requests {
  /** Opens or creates the vault with the keys that arrive on the port. `now` ISO. */
  open: {
    arg: {
      readonly mode: 'open' | 'recover' | 'create';
      readonly kind: 'real' | 'sample';
      readonly setup: Uint8Array | null;
    };
    answer: SessionInfo;
  };
  session: { arg: undefined; answer: SessionInfo };
  commit: { arg: Commit; answer: { readonly savedAt: string; readonly sequence: number } };
  /** Writes what a full or read-only disk refused; fails with what the disk says now, everything still kept. */
  saveAgain: { arg: undefined; answer: { readonly saved: number; readonly unfit: number } };
  undo: { arg: undefined; answer: { readonly label: string } | null };
  redo: { arg: undefined; answer: { readonly label: string } | null };
  file: { arg: { readonly id: Id }; answer: StoredFile };
  filesOfKind: { arg: { readonly kind: FileKind; readonly caseId?: Id }; answer: readonly StoredFile[] };
  office: { arg: undefined; answer: FileOf<'office'> };
  /** Ordered person ids for a query; rows by id follow by `clientRows`. */
  clientOrder: { arg: ListQuery; answer: readonly Id[] };
  clientRows: { arg: { readonly ids: readonly Id[] }; answer: readonly ClientRow[] };
  /** First screen before everything is loaded: rows in name order. */
  firstRows: { arg: { readonly count: number }; answer: readonly ClientRow[] };
  duplicates: {
    arg: {
      readonly personId: Id | null;
      readonly names: readonly string[];
      readonly aNumber: string;
      readonly birth: string;
    };
    answer: readonly DuplicateHit[];
  };
  search: { arg: { readonly text: string; readonly limit: number }; answer: readonly SearchHit[] };
  today: { arg: { readonly date: string }; answer: Today };
  drafts: { arg: { readonly caseId: Id | null }; answer: readonly DraftSummary[] };
  history: { arg: { readonly fileId: Id }; answer: readonly HistoryRow[] };
  recents: { arg: undefined; answer: readonly ClientRow[] };
  visited: { arg: { readonly personId: Id }; answer: true };

  /** Unfinished typing: sealed to one slot per form, within a second; not part of the record. */
  pendingPut: { arg: { readonly slot: string; readonly value: unknown }; answer: true };
  pendingGet: { arg: { readonly slot: string }; answer: unknown };
  pendingClear: { arg: { readonly slot: string }; answer: true };
  /** Writes everything pending now; answered before main destroys the window. */
  flush: { arg: undefined; answer: true };

  blobPut: {
    /** Sealed under the keys of `caseId` (of the office without one). */
    arg: { readonly bytes: Uint8Array; readonly type: string; readonly caseId?: Id };
    answer: { readonly blobId: Id; readonly sha256: string };
  };
  blobGet: { arg: { readonly blobId: Id }; answer: Uint8Array };
  exportCase: { arg: { readonly caseId: Id }; answer: { readonly json: string } };

  /**
   * Makes a recovery code slot; the code is shown and printed once and never stored. The first sheet of a vault asks no
   * proof (null). `proof`, here and below: ticket of the present passphrase or recovery code (`deriveProof`), else
   * `wrong-passphrase`.
   */
  recoveryMake: {
    arg: { readonly proof: Id | null };
    answer: {
      readonly slotId: Id;
      readonly madeAt: string;
      readonly code: string;
      readonly groups: readonly string[];
    };
  };
  recoveryConfirm: { arg: { readonly group: number; readonly typed: string }; answer: { readonly right: boolean } };
  /** Whether a proof is right; a right one is then used once under the same ticket. */
  prove: { arg: { readonly proof: Id }; answer: { readonly right: boolean } };
  /** Who can open the vault. */
  accessList: { arg: undefined; answer: AccessList };
  /**
   * Gives somebody of the office (or somebody new, by name) a passphrase of their own. `ticket`: under which the page
   * had it derived (`deriveSlot`). Only for who may grant: a practitioner, or the owner while there is none.
   */
  accessAdd: {
    arg: {
      readonly memberId: Id;
      readonly name?: string;
      readonly role: Role;
      readonly proof: Id;
      readonly ticket: Id;
    };
    answer: true;
  };
  /** Takes passphrase and recovery sheets away; with a copy made before, they open what was written until then. */
  accessRemove: { arg: { readonly memberId: Id; readonly proof: Id }; answer: true };
  /** Gives a role with its rings; somebody without access has none, and no proof is asked for. */
  roleGrant: { arg: { readonly memberId: Id; readonly role: Role; readonly proof: Id | null }; answer: true };
  /** A new passphrase for the present user; with a copy made before, the old one opens what was written until then. */
  passphraseChange: {
    arg: { readonly proof: Id; readonly ticket: Id };
    answer: true;
  };
  /** Takes one recovery sheet away: one's own, or anybody's for who may grant; never the last way in of its person. */
  recoveryWithdraw: { arg: { readonly slotId: Id; readonly proof: Id }; answer: true };
  /** Random 128-bit ids for new records. */
  newIds: { arg: { readonly count: number }; answer: readonly Id[] };
}

export type RequestName = keyof Requests;
export type RequestArg<N extends RequestName> = Requests[N]['arg'];
export type RequestAnswer<N extends RequestName> = Requests[N]['answer'];

/** Notices from the worker. */
export type StoreNotice =
  | { readonly kind: 'changed'; readonly fileIds: readonly Id[]; readonly labels: readonly string[] }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'save-failed'; readonly code: string; readonly detail: Readonly<Record<string, string | number>> }
  /** Saving works again after `saveAgain`. */
  | { readonly kind: 'writable' }
  | { readonly kind: 'loaded'; readonly done: number; readonly total: number }
  | { readonly kind: 'rebuilding'; readonly done: number; readonly total: number };
