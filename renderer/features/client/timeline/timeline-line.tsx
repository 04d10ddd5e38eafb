/** One line: when, what, the words it was told in, where it comes from; it opens in place. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingName } from '#renderer/record/missing.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TabProps } from '../client-page.tsx';
import { FactEditor } from '../fact-editor.tsx';
import { detailWords, sourceWords, titleWords } from './line-words.ts';
import type { Line } from './timeline-tab.tsx';

const toneOf: Partial<Record<Line['kind'], string>> = {
  fear: 'danger',
  harm: 'danger',
  irregularity: 'danger',
  separation: 'danger',
  hearing: 'warning',
  paper: 'warning',
};

export function TimelineLine(props: TabProps & { readonly line: Line }): ReactNode {
  const { line, file, opened, onOpen } = props;
  const t = useT();
  const language = useLanguage();
  const bodyId = useId();
  const root = useRef<HTMLLIElement>(null);
  const isMain = line.key === `${line.fact.collection}:${line.fact.id}`;
  const isOpen = isMain && opened === line.fact.id;
  const input = { file, language, t };
  const dated = line.date === null ? '' : formatPartialDate(line.date, language, 'table');
  // The year stands above; a line that is held open where it had no date has none above it.
  const when = line.year === '' ? dated : dated.replace(` ${line.year}`, '');

  // The words in which the fear was stated say more than the beginning of the account.
  const stated = isMain && line.fact.collection === 'fearEvents' ? file.fearEvents[line.fact.id]?.fearWords : undefined;
  const quote = stated?.status === 'answered' ? stated.value : line.detail;

  useEffect(() => {
    if (isOpen) root.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  return (
    <li className="client-line" data-tone={toneOf[line.kind] ?? 'plain'} ref={root}>
      <span className="client-line-when">{when}</span>
      <span className="client-line-dot" aria-hidden="true" />
      <div className="client-line-body">
        <div className="client-line-head">
          <button
            type="button"
            className="client-line-title"
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            onClick={() => onOpen(isOpen ? null : line.fact.id)}
          >
            {[titleWords(input, line.title), line.time].filter(Boolean).join(' · ')}
          </button>
          {isToldAlone(file, line) ? <Tag icon="hide">{t('client.toldAlone')}</Tag> : null}
          <LineTags line={line} />
        </div>
        {quote === null || quote.text.trim() === '' ? null : (
          <blockquote className="client-quote" lang={quote.language}>
            {`“${quote.text}”`}
          </blockquote>
        )}
        <LineSource {...props} />
        {isOpen ? (
          <div id={bodyId}>
            <FactEditor
              file={file}
              collection={line.fact.collection}
              factId={line.fact.id}
              onClose={() => onOpen(null)}
            />
          </div>
        ) : null}
      </div>
    </li>
  );
}

/** Told alone: such a line stands only in the view of the person it is about. */
function isToldAlone(file: CaseFile, line: Line): boolean {
  const collection = Object.entries(file).find(([key]) => key === line.fact.collection)?.[1];
  const fact: unknown = typeof collection === 'object' ? Reflect.get(collection, line.fact.id) : undefined;
  return typeof fact === 'object' && fact !== null && 'notForFamily' in fact && fact.notForFamily === true;
}

function LineTags({ line }: { readonly line: Line }): ReactNode {
  const t = useT();
  const missing = line.missing.map((item) => missingName(item, t)).join(', ');
  return (
    <>
      {line.irregularities.length > 0 ? (
        <Tag tone="danger" icon="flag">
          {t('client.irregularities', { count: line.irregularities.length })}
        </Tag>
      ) : null}
      {line.proposals > 0 ? (
        <Tag tone="warning" icon="flag">
          {t('client.proposals', { count: line.proposals })}
        </Tag>
      ) : null}
      {missing === '' ? null : <Tag icon="pending">{t('client.incomplete', { items: missing })}</Tag>}
    </>
  );
}

function LineSource({ line, file, people, onShow }: TabProps & { readonly line: Line }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const input = { file, language, t };
  const detail = detailWords(input, line);
  const { source } = line;
  const paperId = source?.kind === 'paper' ? source.paperId : null;
  const about = people.filter((person) => line.people.includes(person.id));
  const aboutSome = about.length > 0 && about.length < people.length;
  const names = about.map((person) => person.short).join(', ');
  const parts = [
    detail,
    aboutSome ? t('client.aboutOnly', { names }) : '',
    source === null || paperId !== null || line.detail === null
      ? ''
      : t('client.sourceIs', { source: sourceWords(input, source) }),
  ].filter(Boolean);
  if (parts.length === 0 && paperId === null) return null;
  return (
    <p className="client-line-detail">
      {parts.join(' · ')}
      {source !== null && paperId !== null ? (
        <>
          {' '}
          <LinkButton onClick={() => onShow('papers', paperId)}>{sourceWords(input, source)}</LinkButton>
        </>
      ) : null}
    </p>
  );
}
