/** Begins a new fact and goes where it is filled in: its own page, or in place where the page says so. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { peopleInOrder } from '#shared/domain/people.ts';
import { newId, recordedNow, useCommit, useSession, useStore } from '#renderer/store/use-store.tsx';
import { unbornOf } from '#renderer/store/unborn.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { type Addable, makeFact } from './make-fact.ts';

/** Answers the id when the fact is to be opened in place, null when its own page was opened or it could not be saved. */
export function useAddFact(file: CaseFile): (kind: Addable, about?: readonly Id[]) => Promise<Id | null> {
  const session = useSession();
  const commit = useCommit();
  const store = useStore();
  const go = useGo();
  return async (kind, about) => {
    const everybody = peopleInOrder(file).map((person) => person.id);
    const made = makeFact(kind, { id: newId(), about: about ?? everybody, recorded: recordedNow(session) });
    const { collection, id, act: label } = made;
    const changes = [{ path: [collection, id], value: made.fact }];
    // That somebody was reached today says something by itself; every other fact begins with its first answer.
    if (kind !== 'attempt') unbornOf(store).begin({ fileId: file.id, collection, id, label, changes });
    else if (!(await commit({ label, edits: [{ fileId: file.id, changes }] })).ok) return null;
    if (kind === 'fear' || kind === 'harm' || kind === 'hearing' || kind === 'screening') {
      go({ to: kind, caseId: file.id, factId: made.id });
      return null;
    }
    return made.id;
  };
}
