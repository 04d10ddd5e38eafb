/** A paragraph pair: number, English beside Spanish, where it comes from, and what is open about it. */
import { type KeyboardEvent, type MouseEvent, memo, useState } from 'react';
import type { DraftParagraph, FactRef } from '#shared/domain/draft.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import type { News } from '#shared/documents/news.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button, IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/class-names.ts';
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { NewsBox } from './news-box.tsx';
import { InlineText } from './row-text.tsx';
import { type Caret, SideEditor } from './side-editor.tsx';
import type { Editing, EditingHandle } from './use-editing.ts';

export interface RowActions {
  readonly move: (id: string, direction: -1 | 1) => void;
  readonly insertAfter: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly setKind: (id: string, kind: DraftParagraph['kind']) => void;
  readonly settle: (id: string) => void;
  readonly acceptFacts: (id: string) => void;
  readonly remake: (id: string) => void;
  readonly showFact: (ref: FactRef) => void;
  readonly factName: (ref: FactRef) => string;
  readonly takeNews: (news: News) => void;
  readonly setNewsAside: (news: News) => void;
  readonly goRow: (id: string, side: Side, direction: -1 | 1) => void;
}

interface RowProps {
  readonly paragraph: DraftParagraph;
  readonly number: number | null;
  readonly changed: number;
  /** Answers that came since and would make sentences here. */
  readonly news: readonly News[];
  /** The document is in English alone. */
  readonly isSingle: boolean;
  /** There is a row before it. */
  readonly canJoin: boolean;
  readonly editing: Editing | null;
  readonly handle: EditingHandle;
  readonly actions: RowActions;
  readonly readOnly: boolean;
}

/** Facts behind a paragraph, each once: fields of one fact are one source. */
function sources(paragraph: DraftParagraph): FactRef[] {
  const seen = new Map<string, FactRef>();
  for (const { ref } of paragraph.facts) seen.set(`${ref.collection}:${ref.id}`, ref);
  return [...seen.values()];
}

export const ParagraphRow = memo(function ParagraphRow(props: RowProps) {
  const { paragraph, number, actions, readOnly, editing } = props;
  const t = useT();
  const name = number === null ? t('documents.row.unnumbered') : t('documents.row.numbered', { number });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.move(paragraph.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      id={`row-${paragraph.id}`}
      className={classes('d-row', editing !== null && 'd-row-open', `d-row-${paragraph.kind}`)}
      data-open={paragraph.outOfStep !== null || props.changed > 0 || props.news.length > 0 || undefined}
      onKeyDown={onKeyDown}
    >
      <span className="d-number" aria-hidden="true">
        {number ?? ''}
      </span>
      <RowSide {...props} side="en" name={name} />
      {props.isSingle ? null : <RowSide {...props} side="es" name={name} />}
      <div className="d-row-foot">
        <Trace paragraph={paragraph} actions={actions} />
        <State {...props} />
        {readOnly ? null : <RowMenu {...props} name={name} />}
      </div>
      {props.news.map((one) => (
        <NewsBox
          key={one.key}
          news={one}
          isSingle={props.isSingle}
          readOnly={readOnly}
          onTake={actions.takeNews}
          onSetAside={actions.setNewsAside}
        />
      ))}
    </li>
  );
});

function RowSide(props: RowProps & { readonly side: Side; readonly name: string }) {
  const { paragraph, side, handle, readOnly, actions, editing } = props;
  const t = useT();
  const label = t(`documents.row.${side}`, { name: props.name });
  const inlines = paragraph.sides[side]?.inlines ?? [];
  if (editing?.side === side) {
    return (
      <div className="d-side">
        <SideEditor
          paragraph={paragraph}
          side={side}
          label={label}
          slot={handle.slot}
          recovered={editing.recovered}
          caret={editing.caret}
          onType={handle.type}
          onLeave={handle.leave}
          canJoin={props.canJoin}
          onJoin={handle.join}
          onGo={(doc, where) => {
            handle.leave(doc);
            if (where === 'out') focusSide(paragraph.id, side);
            else actions.goRow(paragraph.id, side, where === 'up' ? -1 : 1);
          }}
        />
      </div>
    );
  }
  const open = (caret: Caret): void => {
    if (!readOnly) handle.open(paragraph.id, side, caret);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      open('end');
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      focusNeighbour(event.currentTarget, side, event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  const onClick = (event: MouseEvent): void => {
    if (window.getSelection()?.isCollapsed !== false) open({ x: event.clientX, y: event.clientY });
  };
  return (
    <div className="d-side">
      {/* biome-ignore lint/a11y/useSemanticElements: a text area has no marks and no gaps inside */}
      <div
        className="d-text"
        role="textbox"
        aria-multiline="true"
        aria-readonly="true"
        aria-label={label}
        aria-describedby={readOnly ? undefined : 'd-how-to-edit'}
        lang={side}
        tabIndex={0}
        data-side={side}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {inlines.length > 0 ? (
          <InlineText inlines={inlines} />
        ) : (
          <span className="d-empty">{t('documents.row.empty')}</span>
        )}
      </div>
      {paragraph.outOfStep !== null && paragraph.outOfStep !== side ? (
        <div className="d-side-state">
          <Tag tone="warning" icon="language">
            {t(side === 'es' ? 'documents.row.outOfStepEs' : 'documents.row.outOfStepEn')}
          </Tag>
          {readOnly || inlines.length === 0 ? null : (
            <LinkButton onClick={() => actions.settle(paragraph.id)}>{t('documents.row.settle')}</LinkButton>
          )}
        </div>
      ) : null}
    </div>
  );
}

/** Puts the focus on a side of a row once it is drawn. */
export function focusSide(paragraphId: string, side: Side): void {
  setTimeout(() => document.querySelector<HTMLElement>(`#row-${paragraphId} [data-side="${side}"]`)?.focus(), 0);
}

function focusNeighbour(from: Element, side: Side, direction: -1 | 1): void {
  const all = [...document.querySelectorAll<HTMLElement>(`.d-rows [data-side="${side}"]`)];
  all[all.indexOf(from as HTMLElement) + direction]?.focus();
}

function Trace({ paragraph, actions }: Pick<RowProps, 'paragraph' | 'actions'>) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const refs = sources(paragraph);
  const isEdited = Object.values(paragraph.sides).some((side) => side.edited);
  if (refs.length === 0) {
    const isWording = paragraph.origin.startsWith('template:') && !isEdited;
    return <span className="d-trace-none">{t(isWording ? 'documents.row.wording' : 'documents.row.typed')}</span>;
  }
  return (
    <div className="d-trace">
      <button type="button" className="d-trace-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="d-dot" aria-hidden="true" />
        {t('documents.row.facts', { count: refs.length })}
      </button>
      {isEdited ? <span className="d-trace-none">{t('documents.row.edited')}</span> : null}
      {isOpen ? (
        <ul className="d-trace-list">
          {refs.map((ref) => (
            <li key={`${ref.collection}:${ref.id}`}>
              <LinkButton onClick={() => actions.showFact(ref)}>{actions.factName(ref)}</LinkButton>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function State({ paragraph, changed, actions, readOnly }: RowProps) {
  const t = useT();
  if (changed === 0) return null;
  return (
    <div className="d-state">
      <Tag tone="danger" icon="refresh">
        {t('documents.row.factsChanged', { count: changed })}
      </Tag>
      {readOnly ? null : (
        <>
          <Button size="sm" variant="quiet" onClick={() => actions.acceptFacts(paragraph.id)}>
            {t('documents.row.accept')}
          </Button>
          {paragraph.origin === '' ? null : (
            <Button size="sm" variant="quiet" onClick={() => actions.remake(paragraph.id)}>
              {t('documents.row.remake')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function RowMenu({ paragraph, actions, name }: RowProps & { readonly name: string }) {
  const t = useT();
  const kinds = (['numbered', 'plain', 'heading', 'quote'] as const).filter((kind) => kind !== paragraph.kind);
  const items: MenuItem[] = [
    { id: 'up', label: t('documents.row.up'), onSelect: () => actions.move(paragraph.id, -1) },
    { id: 'down', label: t('documents.row.down'), onSelect: () => actions.move(paragraph.id, 1) },
    ...kinds.map((kind) => ({
      id: kind,
      label: t(`documents.row.kind.${kind}`),
      onSelect: () => actions.setKind(paragraph.id, kind),
    })),
    ...(paragraph.origin === ''
      ? []
      : [{ id: 'remake', label: t('documents.row.remake'), onSelect: () => actions.remake(paragraph.id) }]),
  ];
  return (
    <div className="d-row-tools">
      <IconButton
        label={t('documents.row.insert', { name })}
        icon="add"
        onClick={() => actions.insertAfter(paragraph.id)}
      />
      <IconButton
        label={t('documents.row.remove', { name })}
        icon="remove"
        onClick={() => actions.remove(paragraph.id)}
      />
      <Menu label={t('documents.row.more')} variant="quiet" size="sm" items={items} />
    </div>
  );
}
