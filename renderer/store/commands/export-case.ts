/**
 * A case as versioned JSON for other programs and for `npm run document`. Protected sources and work product are not
 * part of it; documents are, since their text comes from the case.
 */
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { FileOf } from '#shared/domain/files.ts';
import { AppError } from '#shared/errors.ts';
import { canonicalText } from '#shared/vault/canonical.ts';
import type { Id } from '#shared/domain/base.ts';
import { loadRecord } from '../queries/load-record.ts';
import type { OpenStore } from '../session/open-store.ts';

/** Names format and version of an exported case. */
export const caseExportSchema = `amparo-case/${schemaVersion}`;

export async function exportCase(store: OpenStore, caseId: Id): Promise<{ readonly json: string }> {
  const record = await loadRecord(store, caseId);
  if (record?.file.kind !== 'case') throw new AppError('file-not-found');
  const drafts: FileOf<'draft'>[] = [];
  for (const entry of store.index.entries.values()) {
    if (entry.kind !== 'draft' || entry.caseId !== caseId || entry.deleted) continue;
    const draft = await loadRecord(store, entry.id);
    if (draft?.file.kind === 'draft') drafts.push(draft.file);
  }
  const exported = {
    schema: caseExportSchema,
    exportedAt: new Date(store.deps.now()).toISOString(),
    office: officeFor(store),
    case: record.file,
    drafts,
  };
  return { json: `${JSON.stringify(JSON.parse(canonicalText(exported)), null, 2)}\n` };
}

/** What documents need of the office: its name and people, without slots. */
function officeFor(store: OpenStore): FileOf<'office'> | null {
  const { office } = store;
  if (office === null) return null;
  const members = Object.fromEntries(
    Object.entries(office.members).map(([id, member]) => [id, { ...member, slotId: null }]),
  );
  return { ...office, members };
}
