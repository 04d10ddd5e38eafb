/** A document on screen: its draft, the case, the office, and every change as one commit. */
import { useCallback, useMemo } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile } from '#shared/domain/draft.ts';
import type { DocumentContext } from '#shared/documents/context.ts';
import type { DraftTools } from '#shared/documents/draft.ts';
import { type Failure, fail, ok, type Result } from '#shared/errors.ts';
import { useChosen } from '#renderer/record/use-chosen.ts';
import { commitNow, type StoreClient } from '#renderer/store/client.ts';
import { settle } from '#renderer/store/settle.ts';
import { markNow, newId, useCase, useDraft, useOffice, useSession, useStore } from '#renderer/store/use-store.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { changesBetween, type Mark } from './draft-edits.ts';
import { templateLibrary } from './templates.ts';

export type Act = (
  label: string,
  change: (draft: DraftFile) => DraftFile,
  options?: { readonly clears?: readonly string[] },
) => Promise<boolean>;

/**
 * Changes a draft: what is on screen follows at once, the record by a commit of the difference. A commit that fails
 * is said and taken back on screen. Answers whether it is on the disk.
 */
function useAct(file: DraftFile | undefined): { readonly draft: DraftFile | undefined; readonly act: Act } {
  const client = useStore();
  const { value: draft, latest, choose } = useChosen(file, file, 'takenBack');
  const act = useCallback<Act>(
    async (label, change, options = {}) => {
      const before = latest();
      if (before === undefined) return false;
      const after = change(before);
      const changes = changesBetween(before, after);
      const clears = options.clears ?? [];
      if (changes.length === 0) {
        for (const slot of clears) void client.request('pendingClear', { slot });
        return true;
      }
      return choose(after, () => commitNow(client, { label, edits: [{ fileId: before.id, changes }], clears }));
    },
    [client, latest, choose],
  );
  return { draft, act };
}

export interface OpenDocument {
  readonly context: DocumentContext;
  readonly tools: DraftTools;
  readonly act: Act;
  /**
   * The document as it is on the disk once everything typed is there: what is printed, saved or made final. The context
   * is what is on screen, a moment behind. `not-saved` when some of it was refused.
   */
  readonly settled: () => Promise<Result<DocumentContext>>;
  /** Who does something now. */
  readonly mark: () => Mark;
}

/** Reads a draft with all it stands on; what a document has beside the record is given. */
async function readDocument(
  client: StoreClient,
  draftId: Id,
  given: Pick<DocumentContext, 'library' | 'today'>,
): Promise<Result<DocumentContext>> {
  const [draft, office] = await Promise.all([
    client.request('file', { id: draftId }),
    client.request('office', undefined),
  ]);
  if (!draft.ok) return draft;
  if (!office.ok) return office;
  if (draft.value.kind !== 'draft') throw new Error(`file is a ${draft.value.kind}, not a draft`);
  const file = await client.request('file', { id: draft.value.caseId });
  if (!file.ok) return file;
  if (file.value.kind !== 'case') throw new Error(`file is a ${file.value.kind}, not a case`);
  return ok({ ...given, draft: draft.value, file: file.value, office: office.value ?? null });
}

/** Opens a draft with all it stands on; undefined while it is being read. */
export function useDocument(draftId: Id): { document?: OpenDocument; failure?: Failure } {
  const client = useStore();
  const { memberId } = useSession();
  const today = useToday();
  const stored = useDraft(draftId);
  const { draft, act } = useAct(stored.file);
  const { file, failure } = useCase(draft?.caseId ?? '');
  const office = useOffice();
  const library = templateLibrary();
  const mark = useCallback(() => markNow({ memberId }), [memberId]);
  const context = useMemo<DocumentContext | null>(
    () => (draft && file ? { draft, file, office: office.file ?? null, library, today } : null),
    [draft, file, office.file, library, today],
  );
  const settled = useCallback(
    async () => ((await settle()) ? readDocument(client, draftId, { library, today }) : fail('not-saved')),
    [client, draftId, library, today],
  );
  const failed = stored.failure ?? failure ?? office.failure;
  if (failed !== undefined) return { failure: failed };
  if (context === null || office.file === undefined) return {};
  const tools = { file: context.file, office: context.office, library, today, newId };
  return { document: { context, tools, act, settled, mark } };
}
