/** The desk of one document: facts, text in two languages, the real page, and what stands before signing. */
import { useMemo, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import { hearingOf } from '#shared/documents/context.ts';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { isFrozen, lifeOf } from '#shared/documents/life.ts';
import type { ReadyItem } from '#shared/documents/named-list.ts';
import { pendingNews } from '#shared/documents/news.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { useCommand } from '#renderer/ui/command-target.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import './documents.css';
import { BeforeSigning } from './before-signing.tsx';
import { CopyText } from './copy-text.tsx';
import { DetailsForm } from './details-form.tsx';
import { DraftHead } from './draft-head.tsx';
import { FactList, PaperList } from './fact-list.tsx';
import { factNames } from './fact-words.ts';
import { LifeBar } from './life-bar.tsx';
import { useNewLiveDraft } from './live-draft.ts';
import { printLanguages, signedLanguage } from './make-pdf.ts';
import { TakeBackDraft } from './take-back-draft.tsx';
import { PagePreview } from './page-preview.tsx';
import type { ListShown } from './ready-list.tsx';
import { Rows, type RowsProps } from './rows.tsx';
import { type OpenDocument, useDocument } from './use-document.ts';
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
  const [listShown, setListShown] = useState<ListShown>(null);
  const output = useOutput(document, () => setListShown('blocked'));
  const news = useMemo(() => pendingNews(context.draft, context), [context]);
  const list = useReady(context, news);
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
        <Middle document={document} names={names} news={news} readOnly={readOnly} live={live} />
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
          shown={listShown}
          onShow={setListShown}
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
  const boxes = [...document.querySelectorAll<HTMLElement>('[data-news]')];
  const box = boxes.find((one) => `factsNew:${one.dataset.news}` === item.key);
  if (box !== undefined) {
    box.scrollIntoView({ block: 'center' });
    box.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
    return;
  }
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

function Middle(props: RowsProps) {
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
