/** The desk of one document: facts, text in two languages, the real page, and what stands before signing. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { FactRef } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { hearingOf } from '#shared/documents/context.ts';
import {
  acceptFacts,
  changedFacts,
  insertParagraph,
  remakeParagraph,
  removeParagraph,
  settlePair,
} from '#shared/documents/draft.ts';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { isFrozen, lifeOf } from '#shared/documents/life.ts';
import type { ReadyItem } from '#shared/documents/named-list.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useCommand } from '#renderer/ui/command-target.ts';
import { classes } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { type Destination, useGo } from '#renderer/ui/navigate.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import './documents.css';
import { BeforeSigning } from './before-signing.tsx';
import { CopyText } from './copy-text.tsx';
import { DetailsForm } from './details-form.tsx';
import { bringBack, moveRow, setKind, withoutPairs } from './draft-edits.ts';
import { DraftHead } from './draft-head.tsx';
import { FactList, PaperList } from './fact-list.tsx';
import { factName, factNames } from './fact-words.ts';
import { LifeBar } from './life-bar.tsx';
import { type LiveDraft, useNewLiveDraft } from './live-draft.ts';
import { printLanguages, signedLanguage } from './make-pdf.ts';
import { TakeBackDraft } from './take-back-draft.tsx';
import { PagePreview } from './page-preview.tsx';
import { focusSide, ParagraphRow, type RowActions } from './paragraph-row.tsx';
import { type OpenDocument, useDocument } from './use-document.ts';
import { useEditing } from './use-editing.ts';
import { useOutput } from './use-output.ts';
import { useReady } from './use-ready.ts';

export function DraftPage({ draftId }: { readonly draftId: Id }) {
  const t = useT();
  const { document, failure } = useDocument(draftId);
  if (failure !== undefined) {
    return <EmptyState text={t('documents.failed', { reason: t(asKey(`errors.${failure.code}`), failure.detail) })} />;
  }
  if (document === undefined) return <p className="d-loading">{t('ui.loading')}</p>;
  return <Desk key={draftId} document={document} />;
}

function Desk({ document }: { readonly document: OpenDocument }) {
  const t = useT();
  const go = useGo();
  const { context } = document;
  const { draft } = context;
  const readOnly = isFrozen(lifeOf(draft));
  const [language, setLanguage] = useState<TextLanguage>(signedLanguage(draft));
  const [isListOpen, setListOpen] = useState(false);
  const output = useOutput(document, () => setListOpen(true));
  const list = useReady(context);
  const live = useNewLiveDraft();
  const names = useFactNames(document);
  useCommand('print', () => void output.print(language));
  const hearing = hearingOf(context);
  const isTold = draft.templateId === 'declaration';
  const languages = printLanguages(draft);
  return (
    <div className="d-page">
      <DraftHead document={document} output={output} shownLanguage={language} />
      <div className="d-body">
        <aside
          className="d-left"
          aria-label={t('documents.left')}
          data-pane="facts"
          tabIndex={readOnly ? 0 : undefined}
        >
          {isTold ? <FactList document={document} names={names} readOnly={readOnly} /> : null}
          {isTold ? <PaperList document={document} names={names} /> : null}
          <DetailsForm document={document} readOnly={readOnly} />
          {readOnly ? null : <TakeBackDraft document={document} />}
        </aside>
        <Middle document={document} names={names} readOnly={readOnly} live={live} />
        <div className="d-right">
          {languages.length > 1 ? (
            <div className="d-languages">
              <Tabs
                label={t('documents.preview.language')}
                items={languages.map((tag) => ({
                  id: tag,
                  label: t(tag === 'en' ? 'documents.english' : 'documents.spanish'),
                }))}
                value={language}
                onChange={(tag) => setLanguage(tag === 'es' ? 'es' : 'en')}
              />
            </div>
          ) : null}
          <PagePreview context={context} language={language} live={live} />
        </div>
      </div>
      {readOnly ? (
        <LifeBar document={document} output={output} />
      ) : (
        <BeforeSigning
          document={document}
          list={list}
          isOpen={isListOpen}
          onOpen={setListOpen}
          onGo={(item) => {
            if (onReadBack.has(item.code)) go({ to: 'readBack', draftId: draft.id });
            else if (isOfHearing(item) && hearing !== null)
              go({ to: 'hearing', caseId: draft.caseId, factId: hearing.id });
            else goToItem(item);
          }}
        />
      )}
    </div>
  );
}

/** Items that are answered on the read-back's own page. */
const onReadBack: ReadonlySet<ReadyItem['code']> = new Set([
  'readBackMissing',
  'readBackOpen',
  'readBackIncomplete',
  'relayMissing',
  'readerMissing',
  'notUnderstood',
  'certificateIncomplete',
]);

/** A gap that the hearing's own page answers: its day, hour, port. */
function isOfHearing(item: ReadyItem): boolean {
  return item.code === 'gap' && /^gap:(hearing|report)\./.test(item.key);
}

/** Leads to the paragraph of an item, or to the pane where it is answered. */
function goToItem(item: ReadyItem): void {
  const row = item.paragraphId === null ? null : document.getElementById(`row-${item.paragraphId}`);
  const side: Side = item.code === 'outOfStep' && item.label === 'es' ? 'es' : 'en';
  const place = item.code === 'translatorMissing' ? '.d-translator' : '.d-left';
  const target =
    row?.querySelector<HTMLElement>(`[data-side="${side}"]`) ??
    document.querySelector<HTMLElement>(`:is(${place}) :is(input, select, button)`);
  row?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: row !== null });
}

function useFactNames({ context: { draft, file } }: OpenDocument): ReadonlyMap<string, string> {
  const t = useT();
  const language = useLanguage();
  const personId = draft.about[0] ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language
  return useMemo(() => factNames(file, personId, language, t), [file, personId, language]);
}

interface MiddleProps {
  readonly document: OpenDocument;
  readonly names: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly live: LiveDraft;
}

function Middle(props: MiddleProps) {
  const { context } = props.document;
  const kind = templateOf(context, signedLanguage(context.draft))?.kind;
  if (kind === 'declaration') return <Rows {...props} />;
  if (kind === 'reminder' || kind === 'script') {
    return (
      <div className="d-middle">
        <CopyText context={context} kind={kind} />
      </div>
    );
  }
  return null;
}

function Rows({ document: given, names, readOnly, live }: MiddleProps) {
  const t = useT();
  const isSingle = given.context.draft.templateId !== 'declaration';
  const opened = useMemo<OpenDocument>(
    () =>
      isSingle
        ? { ...given, act: (label, change, options) => given.act(label, (at) => withoutPairs(change(at)), options) }
        : given,
    [given, isSingle],
  );
  const { context, act, mark } = opened;
  const { draft, file } = context;
  const handle = useEditing(draft, act, mark, live);
  const actions = useRowActions(opened, names, handle.open);
  const rows = paragraphsInOrder(draft);
  const numbers = numberRows(rows);
  const changed = new Map(changedFacts(draft, file).map(({ paragraphId, refs }) => [paragraphId, refs.length]));
  const isReadBack = draft.route === 'englishWithInterpretation';
  return (
    <div className={classes('d-middle', isSingle && 'd-one')} data-pane="text">
      <div className="d-columns" aria-hidden="true">
        <span>{t('documents.english')}</span>
        {isSingle ? null : <span>{t(isReadBack ? 'documents.spanishReadBack' : 'documents.spanishSigned')}</span>}
      </div>
      <p className="a-sr-only" id="d-how-to-edit">
        {t('documents.row.how')}
      </p>
      <ol className="d-rows">
        {rows.map((row, index) => (
          <ParagraphRow
            key={row.id}
            paragraph={row}
            isSingle={isSingle}
            canJoin={index > 0}
            number={numbers.get(row.id) ?? null}
            changed={changed.get(row.id) ?? 0}
            editing={handle.editing?.paragraphId === row.id ? handle.editing : null}
            handle={handle}
            actions={actions}
            readOnly={readOnly}
          />
        ))}
      </ol>
      {rows.length === 0 ? <p className="d-none">{t('documents.row.none')}</p> : null}
      {readOnly ? null : (
        <div className="d-add">
          <Button size="sm" leftIcon="add" onClick={() => actions.insertAfter(rows.at(-1)?.id ?? '')}>
            {t('documents.row.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function numberRows(rows: ReturnType<typeof paragraphsInOrder>): ReadonlyMap<Id, number> {
  const numbered = rows.filter((row) => row.kind === 'numbered');
  return new Map(numbered.map((row, index) => [row.id, index + 1]));
}

function destinationOf(ref: FactRef, caseId: Id): Destination {
  if (ref.collection === 'fearEvents') return { to: 'fear', caseId, factId: ref.id };
  if (ref.collection === 'harms') return { to: 'harm', caseId, factId: ref.id };
  if (ref.collection === 'hearings') return { to: 'hearing', caseId, factId: ref.id };
  if (ref.collection === 'people') return { to: 'person', caseId, personId: ref.id };
  return { to: 'case', caseId, tab: ref.collection === 'papers' ? 'papers' : 'timeline' };
}

/** What rows can do; stable over renders, so that a change of one row draws only that row. */
function useRowActions(
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
