/** What the rows of a document can do; stable over renders, so that a change of one row draws only that row. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, FactRef } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { acceptFacts, insertParagraph, remakeParagraph, removeParagraph, settlePair } from '#shared/documents/draft.ts';
import { asideUndone, setNewsAside, takeIn } from '#shared/documents/take-in.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { type Destination, useGo } from '#renderer/ui/navigate.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { bringBack, moveRow, setKind } from './draft-edits.ts';
import { factName } from './fact-words.ts';
import { focusSide, type RowActions } from './paragraph-row.tsx';
import type { OpenDocument } from './use-document.ts';

function destinationOf(ref: FactRef, caseId: Id): Destination {
  if (ref.collection === 'fearEvents') return { to: 'fear', caseId, factId: ref.id };
  if (ref.collection === 'harms') return { to: 'harm', caseId, factId: ref.id };
  if (ref.collection === 'hearings') return { to: 'hearing', caseId, factId: ref.id };
  if (ref.collection === 'people') return { to: 'person', caseId, personId: ref.id };
  return { to: 'case', caseId, tab: ref.collection === 'papers' ? 'papers' : 'timeline' };
}

export function useRowActions(
  opened: OpenDocument,
  names: ReadonlyMap<string, string>,
  open: (id: Id, side: Side, caret: 'start') => void,
): RowActions {
  const t = useT();
  const go = useGo();
  const latest = useRef({ opened, names, open, t, go });
  useEffect(() => {
    latest.current = { opened, names, open, t, go };
  });
  const act = useCallback<OpenDocument['act']>((label, change) => latest.current.opened.act(label, change), []);
  return useMemo<RowActions>(() => {
    const mark = () => latest.current.opened.mark();
    return {
      move: (id, direction) => {
        const side = window.document.activeElement?.getAttribute('data-side') === 'es' ? 'es' : 'en';
        void act('draft.paragraphMoved', (draft) => moveRow(draft, id, direction));
        focusSide(id, side);
      },
      insertAfter: (afterId) => {
        const id = newId();
        void act('draft.paragraphAdded', (draft) => insertParagraph(draft, afterId || null, { id }));
        setTimeout(() => latest.current.open(id, 'en', 'start'), 0);
      },
      remove: (id) => {
        void act('draft.paragraphRemoved', (draft) => removeParagraph(draft, id, mark()));
        showToast({
          tone: 'neutral',
          text: latest.current.t('documents.row.removed'),
          action: {
            label: latest.current.t('record.undo'),
            onClick: () => void act('draft.paragraphAdded', (draft) => bringBack(draft, id)),
          },
        });
      },
      setKind: (id, kind) => void act('draft.textChanged', (draft) => setKind(draft, id, kind)),
      settle: (id) => void act('draft.pairSettled', (draft) => settlePair(draft, id)),
      acceptFacts: (id) =>
        void act('draft.factsAccepted', (draft) => acceptFacts(draft, id, latest.current.opened.context.file)),
      remake: (id) => void act('draft.textChanged', (draft) => remakeParagraph(draft, id, latest.current.opened.tools)),
      takeNews: (news) => {
        void act('draft.newsTaken', (draft) => takeIn(draft, news, latest.current.opened.tools));
        if (news.paragraphId !== null) focusSide(news.paragraphId, 'en');
      },
      setNewsAside: (news) => {
        let undo = (draft: DraftFile): DraftFile => draft;
        void act('draft.newsSetAside', (before) => {
          const after = setNewsAside(before, news, latest.current.opened.context.file, mark());
          undo = (draft) => asideUndone(draft, before, after);
          return after;
        });
        showToast({
          tone: 'neutral',
          text: latest.current.t('documents.news.wasSetAside'),
          action: {
            label: latest.current.t('record.undo'),
            onClick: () => void act('draft.newsBack', undo),
          },
        });
      },
      showFact: (ref) => latest.current.go(destinationOf(ref, latest.current.opened.context.draft.caseId)),
      factName: (ref) => factName(latest.current.names, ref, latest.current.t),
      goRow: (id, side, direction) => {
        const rows = paragraphsInOrder(latest.current.opened.context.draft);
        const next = rows[rows.findIndex((row) => row.id === id) + direction];
        focusSide(next?.id ?? id, side);
      },
    };
  }, [act]);
}
