/** The paragraphs of a document in two columns, each with what came since, and between them what would come in. */
import { Fragment, useMemo } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { paragraphsInOrder } from '#shared/documents/content-hash.ts';
import { changedFacts } from '#shared/documents/draft.ts';
import type { News } from '#shared/documents/news.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/class-names.ts';
import { withoutPairs } from './draft-edits.ts';
import type { LiveDraft } from './live-draft.ts';
import { NewsBox } from './news-box.tsx';
import { ParagraphRow } from './paragraph-row.tsx';
import type { OpenDocument } from './use-document.ts';
import { useEditing } from './use-editing.ts';
import { useRowActions } from './use-row-actions.ts';

export interface RowsProps {
  readonly document: OpenDocument;
  readonly names: ReadonlyMap<string, string>;
  readonly news: readonly News[];
  readonly readOnly: boolean;
  readonly live: LiveDraft;
}

const none: readonly News[] = [];

function grouped<K>(news: readonly News[], keyOf: (one: News) => K): ReadonlyMap<K, readonly News[]> {
  const groups = new Map<K, News[]>();
  for (const one of news) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

/** News by where they are shown; the same lists while the news are the same, so that only a changed row is drawn. */
function useNews(all: readonly News[]) {
  return useMemo(
    () => ({
      inRow: grouped(
        all.filter((one) => one.paragraphId !== null),
        (one) => one.paragraphId,
      ),
      between: grouped(
        all.filter((one) => one.paragraphId === null),
        (one) => one.afterId,
      ),
    }),
    [all],
  );
}

export function Rows({ document: given, names, news: all, readOnly, live }: RowsProps) {
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
  const news = useNews(all);
  const changed = new Map(changedFacts(draft, file).map(({ paragraphId, refs }) => [paragraphId, refs.length]));
  const isReadBack = draft.route === 'englishWithInterpretation';
  const newsRow = (afterId: Id | null) =>
    news.between.get(afterId)?.map((one) => (
      <li key={one.key} className="d-row d-row-news" data-open>
        <NewsBox
          news={one}
          isSingle={isSingle}
          readOnly={readOnly}
          onTake={actions.takeNews}
          onSetAside={actions.setNewsAside}
        />
      </li>
    ));
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
        {newsRow(null)}
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            <ParagraphRow
              paragraph={row}
              isSingle={isSingle}
              canJoin={index > 0}
              number={numbers.get(row.id) ?? null}
              changed={changed.get(row.id) ?? 0}
              news={news.inRow.get(row.id) ?? none}
              editing={handle.editing?.paragraphId === row.id ? handle.editing : null}
              handle={handle}
              actions={actions}
              readOnly={readOnly}
            />
            {newsRow(row.id)}
          </Fragment>
        ))}
      </ol>
      {rows.length === 0 && news.between.size === 0 ? <p className="d-none">{t('documents.row.none')}</p> : null}
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
