/** A page of one fact of a case, also of one that was begun and has no answer yet. */
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { type UnbornFact, type UnbornFacts, unbornOf, withFact } from '#renderer/store/unborn.ts';
import { useStore } from '#renderer/store/use-store.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { CaseFrame, RecordGone } from './case-frame.tsx';

type PageCollection = 'fearEvents' | 'harms' | 'hearings' | 'screenings';
type Fact<C extends PageCollection> = CaseFile[C][string];

interface FactFrameProps<C extends PageCollection> {
  readonly caseId: Id;
  readonly collection: C;
  readonly factId: Id;
  /** `isBegun`: nothing of it is in the record yet. */
  readonly children: (file: CaseFile, fact: Fact<C>, isBegun: boolean) => ReactNode;
}

export function FactFrame<C extends PageCollection>(props: FactFrameProps<C>): ReactNode {
  return (
    <CaseFrame caseId={props.caseId}>{(file) => <FactView key={props.factId} {...props} file={file} />}</CaseFrame>
  );
}

function FactView<C extends PageCollection>(props: FactFrameProps<C> & { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const { file: recorded, collection, factId, caseId } = props;
  const file = useBegun(recorded, collection, factId);
  const isKnown = file[collection][factId] !== undefined;
  const isRecovering = useRecovered(caseId, factId, isKnown);
  const fact = (file[collection] as Readonly<Record<Id, Fact<C>>>)[factId];
  if (fact === undefined && isRecovering) return <p className="r-loading">{t('record.loading')}</p>;
  if (fact === undefined || fact.deleted !== null) return <RecordGone caseId={caseId} />;
  return props.children(file, fact, recorded[collection][factId] === undefined);
}

/** True while it is not known whether the page was left with a begun fact at the last lock. */
function useRecovered(caseId: Id, factId: Id, isKnown: boolean): boolean {
  const unborn = unbornOf(useStore());
  const [isLooking, setLooking] = useState(!isKnown);
  useEffect(() => {
    if (!isLooking) return;
    let isHere = true;
    void unborn.recover(caseId, factId).then(() => isHere && setLooking(false));
    return () => {
      isHere = false;
    };
  }, [unborn, caseId, factId, isLooking]);
  return isLooking;
}

/**
 * The file with the begun fact in it. When its place on screen is left without an answer, the fact is gone; a toast says
 * so and offers to keep it as it is.
 */
export function useBegun(file: CaseFile, collection: string | null, factId: Id | null): CaseFile {
  const unborn = unbornOf(useStore());
  const fact = useSyncExternalStore(
    (listener) => unborn.subscribe(listener),
    () => (factId === null ? undefined : unborn.of(factId)),
  );
  const isRecorded = fact !== undefined && isIn(file, fact.collection, fact.id);
  useEffect(() => {
    if (isRecorded && fact !== undefined) unborn.arrived(fact.id);
  }, [unborn, isRecorded, fact]);
  useLeaving(unborn, factId);
  return useMemo(() => {
    if (fact === undefined || isRecorded || fact.fileId !== file.id) return file;
    return collection === null || collection === fact.collection ? withFact(file, fact) : file;
  }, [file, fact, isRecorded, collection]);
}

/** How many places on screen show a fact: it is left with the last of them. */
const shown = new Map<Id, number>();

function useLeaving(unborn: UnbornFacts, factId: Id | null): void {
  const t = useT();
  const say = useRef(t);
  say.current = t;
  useEffect(() => {
    if (factId === null) return;
    shown.set(factId, (shown.get(factId) ?? 0) + 1);
    return () => {
      shown.set(factId, (shown.get(factId) ?? 1) - 1);
      // After the fields of the page: what is typed in one of them is committed as it goes.
      setTimeout(() => {
        if ((shown.get(factId) ?? 0) > 0) return;
        shown.delete(factId);
        const left = unborn.leave(factId);
        if (left !== null) offerToKeep(unborn, left, say.current);
      }, 0);
    };
  }, [unborn, factId]);
}

function offerToKeep(unborn: UnbornFacts, fact: UnbornFact, t: ReturnType<typeof useT>): void {
  async function keep(): Promise<void> {
    const result = await unborn.write(fact);
    if (!result.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${result.code}`), result.detail) });
  }
  const action = { label: t('record.keepEmpty'), onClick: () => void keep() };
  showToast({ tone: 'neutral', text: t('record.nothingEntered'), action });
}

function isIn(file: CaseFile, collection: string, id: Id): boolean {
  const facts: unknown = Reflect.get(file, collection);
  return typeof facts === 'object' && facts !== null && id in facts;
}
