/** Makes a new fact and goes where it is filled in: its own page, or in place where the page says so. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { peopleInOrder } from '#shared/domain/people.ts';
import { newId, recordedNow, useCommit, useSession } from '#renderer/store/use-store.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { type Addable, makeFact } from './make-fact.ts';

/** Answers the id when the fact is to be opened in place, null when its own page was opened or nothing was saved. */
export function useAddFact(file: CaseFile): (kind: Addable, about?: readonly Id[]) => Promise<Id | null> {
  const session = useSession();
  const commit = useCommit();
  const go = useGo();
  return async (kind, about) => {
    const everybody = peopleInOrder(file).map((person) => person.id);
    const made = makeFact(kind, { id: newId(), about: about ?? everybody, recorded: recordedNow(session) });
    const changes = [{ path: [made.collection, made.id], value: made.fact }];
    const result = await commit({ label: made.act, edits: [{ fileId: file.id, changes }] });
    if (!result.ok) return null;
    if (kind === 'fear' || kind === 'harm' || kind === 'hearing') {
      go({ to: kind, caseId: file.id, factId: made.id });
      return null;
    }
    return made.id;
  };
}
