// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual list are placed by hand, which table elements do not allow
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { ClientRow, ListQuery, SortKey } from '#renderer/store/contract.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import type { Id } from '#shared/domain/base.ts';
import { cellOf, columns } from './client-cells.tsx';
import type { ClientRows } from './use-client-rows.ts';

const rowHeight = 32;
const pageOfRows = 20;
/** Rows that scroll out lend their elements to those that come in; more than ever are on a screen. */
const pool = 128;

interface ClientGridProps {
  readonly rows: ClientRows;
  readonly query: ListQuery;
  readonly onSort: (sort: SortKey) => void;
  readonly chosen: Id | null;
  readonly onPeek: (id: Id) => void;
  readonly onOpen: (row: ClientRow) => void;
  /** Told how to put the focus back on the row it was on. */
  readonly focusBack: { current: (() => void) | null };
}

interface Position {
  readonly row: number;
  readonly column: number;
}

/** Where a key moves to, or null when it is not a key of the grid. */
export function moved(event: { key: string; ctrlKey: boolean }, at: Position, count: number): Position | null {
  const lastRow = Math.max(0, count - 1);
  const lastColumn = columns.length - 1;
  const inRows = (row: number): Position => ({ ...at, row: Math.min(lastRow, Math.max(0, row)) });
  const inColumns = (column: number): Position => ({ ...at, column: Math.min(lastColumn, Math.max(0, column)) });
  switch (event.key) {
    case 'ArrowDown':
      return inRows(at.row + 1);
    case 'ArrowUp':
      return inRows(at.row - 1);
    case 'PageDown':
      return inRows(at.row + pageOfRows);
    case 'PageUp':
      return inRows(at.row - pageOfRows);
    case 'ArrowRight':
      return inColumns(at.column + 1);
    case 'ArrowLeft':
      return inColumns(at.column - 1);
    case 'Home':
      return event.ctrlKey ? { row: 0, column: 0 } : inColumns(0);
    case 'End':
      return event.ctrlKey ? { row: lastRow, column: lastColumn } : inColumns(lastColumn);
    default:
      return null;
  }
}

/** A grid of any length: only the rows in view exist. One tab stop; arrows move, Space peeks, Enter opens. */
export function ClientGrid({ rows, query, onSort, chosen, onPeek, onOpen, focusBack }: ClientGridProps) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Position>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const { ids } = rows;
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = rows;
  useEffect(() => show(first, last), [show, first, last]);

  const active: Position = { ...at, row: Math.min(at.row, Math.max(0, ids.length - 1)) };
  function focusActive(): void {
    scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true });
  }
  focusBack.current = focusActive;
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'gridcell') return;
    const id = ids[active.row];
    const to = moved(event, active, ids.length);
    if (to !== null) {
      event.preventDefault();
      wantsFocus.current = true;
      setAt(to);
      virtual.scrollToIndex(to.row);
      if (chosen !== null && to.row !== active.row) onPeek(ids[to.row] ?? '');
    } else if (id !== undefined && event.key === ' ') {
      event.preventDefault();
      onPeek(id);
    } else if (id !== undefined && event.key === 'Enter') {
      const row = rows.rowOf(id);
      if (row !== undefined) onOpen(row);
    }
  }

  function choose(index: number, column: number): void {
    wantsFocus.current = true;
    setAt({ row: index, column });
    onPeek(ids[index] ?? '');
  }

  return (
    <div
      className="c-grid"
      role="grid"
      aria-label={t('nav.clients')}
      aria-rowcount={rows.isReady ? ids.length + 1 : -1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      <GridHead query={query} onSort={onSort} />
      <div className="c-scroll" ref={scroller} role="presentation">
        <div className="c-canvas" style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map((item) => {
            const id = ids[item.index] ?? '';
            return (
              <GridRow
                key={item.index % pool}
                row={rows.rowOf(id)}
                index={item.index}
                top={item.start}
                column={item.index === active.row ? active.column : -1}
                isChosen={id === chosen}
                onChoose={choose}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function GridHead({ query, onSort }: Pick<ClientGridProps, 'query' | 'onSort'>) {
  const t = useT();
  return (
    <div className="c-head" role="rowgroup">
      <div className="c-row" role="row" aria-rowindex={1} tabIndex={-1}>
        {columns.map(({ id, title, sort }) => {
          const isSorted = sort === query.sort;
          const direction = query.descending ? 'descending' : 'ascending';
          return (
            <div key={id} role="columnheader" aria-sort={isSorted ? direction : undefined} tabIndex={-1}>
              {sort === undefined ? (
                t(title)
              ) : (
                <button type="button" className="c-sort" onClick={() => onSort(sort)}>
                  {t(title)}
                  {isSorted && <Icon name={direction} size={14} />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface GridRowProps {
  readonly row: ClientRow | undefined;
  readonly index: number;
  readonly top: number;
  /** The column with the tab stop, -1 when it is in another row. */
  readonly column: number;
  readonly isChosen: boolean;
  readonly onChoose: (index: number, column: number) => void;
  readonly onOpen: (row: ClientRow) => void;
}

const GridRow = memo(
  function GridRow({ row, index, top, column, isChosen, onChoose, onOpen }: GridRowProps) {
    const t = useT();
    const language = useLanguage();
    return (
      <div
        className="c-row"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        data-active={column >= 0 || undefined}
        style={{ transform: `translateY(${top}px)` }}
        tabIndex={-1}
      >
        {columns.map(({ id }, position) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid answers the keys
          <div
            key={id}
            role="gridcell"
            aria-colindex={position + 1}
            tabIndex={position === column ? 0 : -1}
            onClick={() => onChoose(index, position)}
            onDoubleClick={() => row !== undefined && onOpen(row)}
          >
            {row === undefined ? <span className="c-wait" /> : cellOf(id, row, t, language)}
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.index === after.index &&
    before.top === after.top &&
    before.column === after.column &&
    before.isChosen === after.isChosen &&
    before.onOpen === after.onOpen,
);
