/** Every kind of stored file. `source`, `note` and `report` are sealed under rings of their own. */
import { z } from 'zod';
import { id, instant, recorded, tombstone, words } from './base.ts';
import { caseFile, schemaVersion } from './case-file.ts';
import { draftFile } from './draft.ts';
import { officeFile } from './office.ts';

/** A protected source: who told something in confidence; never in search, print or export unless released (SR37). */
export const sourceFile = z.strictObject({
  kind: z.literal('source'),
  schemaVersion: z.literal(schemaVersion),
  id,
  caseId: id.nullable(),
  identity: z.string(),
  terms: z.string().default(''),
  released: z.boolean().default(false),
  createdAt: instant,
  recorded,
  deleted: tombstone,
});
/** Work product: notes that no export or disclosure contains. */
export const noteFile = z.strictObject({
  kind: z.literal('note'),
  schemaVersion: z.literal(schemaVersion),
  id,
  caseId: id.nullable(),
  text: words,
  createdAt: instant,
  recorded,
  deleted: tombstone,
});
/** A frozen report: its definition and its numbers with the fingerprint of the data. */
export const reportFile = z.strictObject({
  kind: z.literal('report'),
  schemaVersion: z.literal(schemaVersion),
  id,
  definition: z.record(z.string(), z.unknown()),
  figures: z.array(z.record(z.string(), z.unknown())),
  dataHash: z.string(),
  createdAt: instant,
  recorded,
  deleted: tombstone,
});

export const storedFile = z.discriminatedUnion('kind', [
  caseFile,
  officeFile,
  draftFile,
  sourceFile,
  noteFile,
  reportFile,
]);
export type StoredFile = z.infer<typeof storedFile>;
export type FileKind = StoredFile['kind'];
export type FileOf<K extends FileKind> = Extract<StoredFile, { kind: K }>;

/** The ring under whose keys a kind of file is sealed. */
export const ringOfKind: Readonly<Record<FileKind, 'case' | 'workProduct' | 'protectedSource'>> = {
  case: 'case',
  office: 'case',
  draft: 'case',
  source: 'protectedSource',
  note: 'workProduct',
  report: 'case',
};
