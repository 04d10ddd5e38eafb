/**
 * The case of an intake that may not exist yet: it is created by the first value that is committed, so that looking at
 * the page leaves nothing behind. Its ids are kept in a pending slot: after a lock the same intake goes on.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { type Id, id, type Recorded } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { displayName } from '#shared/domain/format.ts';
import { ok, type Result } from '#shared/errors.ts';
import type { StoreClient } from '#renderer/store/client.ts';
import type { RequestArg } from '#renderer/store/contract.ts';
import { newId, recordedNow, useCase, useSession, useStore } from '#renderer/store/use-store.tsx';
import { blankCase } from '#renderer/record/person/family-edits.ts';

const slot = 'intake:new';
const ids = z.object({ caseId: id, personId: id, nameId: id });
type Ids = z.infer<typeof ids>;

/** Creates the case unless it is there already, as after a lock in the middle of an intake. */
async function createOnce(base: StoreClient, blank: CaseFile): Promise<Result<unknown>> {
  const found = await base.request('file', { id: blank.id });
  return found.ok ? found : base.request('commit', { label: 'case.created', edits: [], create: [blank] });
}

/** Creates the case before the first commit goes through; until then it is read as the blank one it will be. */
function creatingClient(base: StoreClient, blank: CaseFile): StoreClient {
  let creating: Promise<Result<unknown>> | null = null;
  return {
    ...base,
    async request(name, arg) {
      if (name === 'commit') {
        creating ??= createOnce(base, blank);
        const created = await creating;
        if (!created.ok) {
          creating = null;
          return created;
        }
      }
      const answer: Result<unknown> = await base.request(name, arg);
      const isBlank = name === 'file' && (arg as RequestArg<'file'>).id === blank.id;
      return (isBlank && !answer.ok && answer.code === 'file-not-found' ? ok(blank) : answer) as never;
    },
  };
}

/**
 * Ends the intake unless nobody is in its case yet. What was typed last may not be on screen when the page is left, so
 * the store is asked: the next new client must never be written into this case.
 */
async function endUnlessEmpty(base: StoreClient, caseId: Id | undefined, isNamed: boolean): Promise<void> {
  if (caseId === undefined) return;
  if (!isNamed) {
    const found = await base.request('file', { id: caseId });
    const people = found.ok && found.value.kind === 'case' ? Object.values(found.value.people) : [];
    if (people.every((person) => displayName(person) === '')) return;
  }
  await base.request('pendingClear', { slot });
}

export interface Intake {
  /** Null while the ids of an interrupted intake are looked up. */
  readonly caseId: Id | null;
  readonly client: StoreClient;
  /** What to show while the case does not exist. */
  readonly blank: CaseFile | null;
  /** Told when somebody has a name or number typed, saved or not yet. */
  readonly onNamed: () => void;
}

export function useIntakeCase(given: Id | undefined): Intake {
  const base = useStore();
  const session = useSession();
  const recorded = useRef<Recorded>(recordedNow(session));
  const [made, setMade] = useState<Ids | null>(null);

  useEffect(() => {
    if (given !== undefined) return;
    let isGone = false;
    void base.request('pendingGet', { slot }).then((found) => {
      if (isGone) return;
      const kept = ids.safeParse(found.ok ? found.value : null);
      const next = kept.success ? kept.data : { caseId: newId(), personId: newId(), nameId: newId() };
      if (!kept.success) void base.request('pendingPut', { slot, value: next });
      setMade(next);
    });
    return () => {
      isGone = true;
    };
  }, [base, given]);

  const blank = useMemo(() => (made === null ? null : blankCase(made, recorded.current)), [made]);
  const caseId = given ?? made?.caseId ?? null;
  const { file } = useCase(caseId ?? '');
  const isThere = useRef(false);
  isThere.current = file !== undefined;
  const client = useMemo(() => (blank === null || isThere.current ? base : creatingClient(base, blank)), [base, blank]);

  // Leaving the page ends the intake; a lock does not leave the page. A case in which nobody is named yet is taken up
  // again instead of piling up.
  const isNamed = file !== undefined && Object.values(file.people).some((person) => displayName(person) !== '');
  const ends = useRef(false);
  ends.current ||= isNamed;
  useEffect(() => {
    if (given !== undefined) return;
    return () => void endUnlessEmpty(base, made?.caseId, ends.current);
  }, [base, given, made]);
  const onNamed = useCallback(() => {
    ends.current = true;
  }, []);
  return { caseId, client, blank, onNamed };
}
