/**
 * What the index keeps of a file: enough for every list, count and comparison without opening the file. Derived by
 * pure functions, so that a rebuilt index equals the old one. Nothing of a protected source or of work product
 * enters, and a fact told alone enters only the row of the person it is about.
 */
import type { Id } from '#shared/domain/base.ts';
import type { StoredFile } from '#shared/domain/files.ts';
import { caseEntry } from './case-entry.ts';
import { draftEntry } from './draft-entry.ts';

export interface EntryHead {
  readonly id: Id;
  /** Whose keys seal the file: the case, the office, or the file itself. */
  readonly owner: Id;
  readonly revision: number;
  /** ISO instant of the last commit. */
  readonly changedAt: string;
}

export interface PersonEntry {
  readonly personId: Id;
  readonly name: string;
  /** Every other way the name is written. */
  readonly otherNames: readonly string[];
  /** Empty without a name: a description is not shown where names are hidden. */
  readonly initials: string;
  readonly aNumbers: readonly string[];
  readonly aNumberState: 'notAsked' | 'none' | 'has' | 'declined' | 'unknown';
  readonly languages: readonly string[];
  readonly placeNow: string;
  readonly port: string;
  /** Dates (as stored) of hearings that are not reset, sorted. */
  readonly hearings: readonly string[];
  /** ISO instant of the last attempt that was answered, or ''. */
  readonly lastContact: string;
  readonly flags: readonly string[];
  readonly birth: string;
  readonly createdAt: string;
  readonly inProgramme: boolean;
  /** Members who recorded the person or represent them. */
  readonly members: readonly Id[];
}

export interface HearingEntry {
  readonly hearingId: Id;
  readonly personId: Id;
  readonly date: string;
  readonly time: string;
  readonly zone: string;
  readonly place: string;
  readonly reportTime: string;
  readonly reportZone: string;
  readonly port: string;
  readonly people: number;
  /** Kind of hearing and docket, as codes, or ''. */
  readonly kind: string;
  readonly docket: string;
}

/** A fear event whose referral is open (SR11). */
export interface ReferralEntry {
  readonly factId: Id;
  readonly personId: Id;
  /** YYYY-MM-DD from which it is a task. */
  readonly dueOn: string;
}

export interface CaseEntry extends EntryHead {
  readonly kind: 'case';
  readonly officeNumber: string;
  readonly createdAt: string;
  readonly people: readonly PersonEntry[];
  readonly hearings: readonly HearingEntry[];
  readonly referrals: readonly ReferralEntry[];
  /** Flags of the case as a whole, with how many facts each has. */
  readonly flags: readonly { readonly flag: string; readonly count: number }[];
  readonly incomplete: boolean;
}

export interface DraftEntry extends EntryHead {
  readonly kind: 'draft';
  readonly caseId: Id;
  readonly templateId: string;
  readonly title: string;
  readonly personId: Id | null;
  readonly state: string;
  readonly version: number;
  readonly gaps: number;
  readonly signed: boolean;
  readonly deleted: boolean;
}

export interface PlainEntry extends EntryHead {
  readonly kind: 'office' | 'source' | 'note' | 'report';
  readonly caseId: Id | null;
}

export type IndexEntry = CaseEntry | DraftEntry | PlainEntry;

/** What every entry is derived with. `conflicts`: paths where two laptops wrote different values. */
export interface EntryContext {
  readonly revision: number;
  readonly changedAt: string;
  readonly conflicts: number;
}

/** Whose keys seal a file (shared/vault: owner of its scope). */
export function ownerOf(file: StoredFile): Id {
  switch (file.kind) {
    case 'case':
    case 'office':
    case 'report':
      return file.id;
    case 'draft':
      return file.caseId;
    case 'source':
    case 'note':
      return file.caseId ?? file.id;
  }
}

/** The index entry of a file. */
export function entryOf(file: StoredFile, context: EntryContext): IndexEntry {
  const { revision, changedAt } = context;
  const head: EntryHead = { id: file.id, owner: ownerOf(file), revision, changedAt };
  switch (file.kind) {
    case 'case':
      return caseEntry(file, head, context.conflicts);
    case 'draft':
      return draftEntry(file, head);
    case 'office':
    case 'report':
      return { ...head, kind: file.kind, caseId: null };
    case 'source':
    case 'note':
      return { ...head, kind: file.kind, caseId: file.caseId };
  }
}
