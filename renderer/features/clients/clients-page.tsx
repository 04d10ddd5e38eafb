import './clients.css';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { formatCount, type Key, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { ClientRow, ListQuery, SortKey } from '#renderer/store/contract.ts';
import { useQuery, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Chip } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import type { Id } from '#shared/domain/base.ts';
import { ClientGrid } from './client-grid.tsx';
import { ClientPeek } from './client-peek.tsx';
import { useClientRows } from './use-client-rows.ts';

type Filter = ListQuery['filters'][number];

const filters: readonly { readonly id: Filter; readonly label: Key }[] = [
  { id: 'inProgramme', label: 'clients.filter.inProgramme' },
  { id: 'hearingSoon', label: 'clients.filter.hearingSoon' },
  { id: 'unreached', label: 'clients.filter.unreached' },
  { id: 'flagged', label: 'clients.filter.flagged' },
  { id: 'incomplete', label: 'clients.filter.incomplete' },
];

const start: ListQuery = { sort: 'name', descending: false, text: '', filters: [] };
/** The list as it was left, for the way back; forgotten with the window at the lock. */
let leftAt: ListQuery = start;

/** Everybody of the office in one list: type to find, chips to narrow, Space to look, Enter to open. */
export function ClientsPage() {
  const go = useGo();
  const [query, setQuery] = useState<ListQuery>(leftAt);
  const [chosen, setChosen] = useState<Id | null>(null);
  const focusBack = useRef<(() => void) | null>(null);
  const asked = useDeferredValue(useDelayed(query, 90));
  const rows = useClientRows(asked);
  leftAt = query;

  const open = useCallback((row: ClientRow) => go({ to: 'person', caseId: row.caseId, personId: row.personId }), [go]);
  const close = useCallback(() => {
    setChosen(null);
    focusBack.current?.();
  }, []);
  useEffect(() => {
    if (chosen === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [chosen, close]);

  function openFirst(): void {
    const first = asked === query && rows.isReady ? rows.rowOf(rows.ids[0] ?? '') : undefined;
    if (first !== undefined) open(first);
  }

  const peeked = chosen === null ? undefined : rows.rowOf(chosen);
  const sort = (key: SortKey): void =>
    setQuery((now) => ({ ...now, sort: key, descending: now.sort === key ? !now.descending : key === 'created' }));

  return (
    <div className="c-page">
      <Toolbar
        query={query}
        onChange={setQuery}
        shown={rows.isReady ? rows.ids.length : null}
        onDown={() => focusBack.current?.()}
        onEnter={openFirst}
      />
      <div className="c-body">
        {rows.isReady && rows.ids.length === 0 ? (
          <NobodyHere isFiltered={asked.text !== '' || asked.filters.length > 0} onClear={() => setQuery(start)} />
        ) : (
          <ClientGrid
            rows={rows}
            query={query}
            onSort={sort}
            chosen={chosen}
            onPeek={setChosen}
            onOpen={open}
            focusBack={focusBack}
          />
        )}
        {peeked !== undefined && <ClientPeek row={peeked} onClose={close} onOpen={open} />}
      </div>
    </div>
  );
}

/** The value some milliseconds after it stopped changing. */
function useDelayed<T>(value: T, ms: number): T {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return late;
}

interface ToolbarProps {
  readonly query: ListQuery;
  readonly onChange: (query: ListQuery) => void;
  readonly shown: number | null;
  /** Arrow down: into the list. */
  readonly onDown: () => void;
  /** Opens the first of those found. */
  readonly onEnter: () => void;
}

function Toolbar({ query, onChange, shown, onDown, onEnter }: ToolbarProps) {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const { data } = useQuery('today', { date: today });
  const all = data?.counts.clients;
  const isNarrowed = query.text !== '' || query.filters.length > 0;
  const toggle = (id: Filter): void =>
    onChange({
      ...query,
      filters: query.filters.includes(id) ? query.filters.filter((one) => one !== id) : [...query.filters, id],
    });
  const number = (count: number): string => formatCount(count, language);
  return (
    <div className="c-bar">
      <div className="c-bar-title">
        <PageTitle>{t('nav.clients')}</PageTitle>
        <span className="a-muted a-mono" role="status">
          {shown !== null &&
            (isNarrowed && all !== undefined
              ? t('clients.someOf', { shown: number(shown), all: number(all) })
              : number(shown))}
        </span>
      </div>
      <div className="c-bar-tools">
        <div className="c-find">
          <Icon name="search" size={15} />
          <input
            type="search"
            aria-label={t('clients.find')}
            placeholder={t('clients.find')}
            value={query.text}
            onChange={(event) => onChange({ ...query, text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                onDown();
              } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter();
            }}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <fieldset className="c-chips" aria-label={t('clients.filters')}>
          {filters.map(({ id, label }) => (
            <Chip key={id} pressed={query.filters.includes(id)} onClick={() => toggle(id)}>
              {t(label)}
            </Chip>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

function NobodyHere({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  const t = useT();
  const go = useGo();
  const session = useSession();
  return (
    <div className="c-nobody">
      {isFiltered ? (
        <EmptyState text={t('clients.noMatch')} action={<Button onClick={onClear}>{t('clients.showAll')}</Button>} />
      ) : (
        <EmptyState
          text={t('clients.empty')}
          action={
            session.readOnly ? undefined : (
              <Button variant="primary" leftIcon="add" shortcut="Mod+N" onClick={() => go({ to: 'intake' })}>
                {t('command.newClient')}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
