import { Modal } from '@mantine/core';
import { Command as Cmdk } from 'cmdk';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import type { ClientRow, SearchHit } from '#renderer/store/contract.ts';
import { useStore } from '#renderer/store/use-store.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import type { Destination } from '#renderer/ui/navigate.ts';
import { shortcutText } from '#renderer/ui/shortcut.ts';
import { formatANumber } from '#shared/domain/format.ts';
import { foldText } from '#shared/search/fold.ts';
import { type Command, type CommandContext, commands } from './commands.ts';
import { useRecents } from './recents.ts';

interface Found {
  readonly clients: readonly ClientRow[];
  readonly others: readonly SearchHit[];
}
const nothing: Found = { clients: [], others: [] };
const waitMs = 80;

/** What the store finds for a text: people by name or number, then facts and drafts. */
function useFound(text: string): Found {
  const store = useStore();
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    if (text.trim() === '') return setFound(nothing);
    let isLatest = true;
    const timer = setTimeout(async () => {
      const [order, hits] = await Promise.all([
        store.request('clientOrder', { sort: 'name', descending: false, text, filters: [] }),
        store.request('search', { text, limit: 8 }),
      ]);
      const ids = order.ok ? order.value.slice(0, 6) : [];
      const rows = await store.request('clientRows', { ids });
      if (!isLatest) return;
      const others = hits.ok ? hits.value.filter((hit) => hit.kind !== 'client') : [];
      setFound({ clients: rows.ok ? rows.value : [], others });
    }, waitMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [store, text]);
  return found;
}

interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly context: CommandContext;
}

/** One box to go anywhere, find anybody and do anything; `>` shows actions only. */
export function Palette({ opened, onClose, context }: PaletteProps) {
  const t = useT();
  return (
    <Modal.Root
      classNames={{ content: 'a-dialog' }}
      opened={opened}
      onClose={onClose}
      size={620}
      yOffset="12vh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.find')}>
        <Modal.Body className="s-palette-body">
          <PaletteBox onClose={onClose} context={context} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBox({ onClose, context }: Omit<PaletteProps, 'opened'>) {
  const t = useT();
  const [text, setText] = useState('');
  const isActionsOnly = text.startsWith('>');
  const query = isActionsOnly ? '' : text;
  const wanted = foldText(isActionsOnly ? text.slice(1) : text);
  const found = useFound(query);
  const recents = useRecents();
  const actions = commands.filter(
    (command) => !command.hidden && command.isPossible?.() !== false && foldText(t(command.title)).includes(wanted),
  );
  const people = query.trim() === '' ? (isActionsOnly ? [] : recents.slice(0, 6)) : found.clients;

  const [chosen, setChosen] = useState('');
  const firstValue =
    people[0] !== undefined ? `person-${people[0].personId}` : actions[0] !== undefined ? `do-${actions[0].id}` : '';
  // Results come late; the first of them is the one that Enter opens.
  useEffect(() => setChosen(firstValue), [firstValue]);

  function leave(act: () => void): void {
    onClose();
    act();
  }
  const goTo = (to: Destination) => leave(() => context.go(to));

  return (
    <Cmdk shouldFilter={false} label={t('shell.find')} loop value={chosen} onValueChange={setChosen}>
      <Cmdk.Input
        autoFocus
        value={text}
        onValueChange={setText}
        placeholder={t('palette.placeholder')}
        className="s-palette-input"
      />
      <Cmdk.List className="s-palette-list" label={t('palette.results')}>
        <Cmdk.Empty>{t('palette.nothing')}</Cmdk.Empty>
        {people.length > 0 && (
          <Cmdk.Group heading={query.trim() === '' ? t('nav.recent') : t('nav.clients')}>
            {people.map((row) => (
              <PersonItem
                key={row.personId}
                row={row}
                onChoose={() => goTo({ to: 'person', caseId: row.caseId, personId: row.personId })}
              />
            ))}
          </Cmdk.Group>
        )}
        {found.others.length > 0 && (
          <Cmdk.Group heading={t('palette.facts')}>
            {found.others.map((hit) => (
              <Cmdk.Item
                key={`${hit.caseId}-${hit.title}`}
                value={`hit-${hit.caseId}-${hit.title}`}
                onSelect={() => goTo({ to: 'case', caseId: hit.caseId })}
              >
                <Icon name={hit.kind === 'draft' ? 'document' : 'note'} />
                <span className="s-palette-name">{hit.title}</span>
                <span className="s-palette-note">{hit.snippet}</span>
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        )}
        <Actions actions={actions} onChoose={(command) => leave(() => command.run(context))} />
        {query.trim().length > 1 && (
          <Cmdk.Group heading={t('shell.new')}>
            <Cmdk.Item value="new-client-named" onSelect={() => leave(context.newClient)}>
              <Icon name="add" />
              <span className="s-palette-name">{t('command.newClient')}</span>
            </Cmdk.Item>
          </Cmdk.Group>
        )}
      </Cmdk.List>
    </Cmdk>
  );
}

function PersonItem({ row, onChoose }: { readonly row: ClientRow; readonly onChoose: () => void }) {
  return (
    <Cmdk.Item value={`person-${row.personId}`} onSelect={onChoose}>
      <Icon name="person" />
      <span className="s-palette-name">{row.name || row.officeNumber}</span>
      <span className="s-palette-note a-mono">
        {row.aNumber === '' ? row.officeNumber : formatANumber(row.aNumber, 'masked')}
      </span>
    </Cmdk.Item>
  );
}

function Actions(props: { readonly actions: readonly Command[]; readonly onChoose: (command: Command) => void }) {
  const t = useT();
  if (props.actions.length === 0) return null;
  return (
    <Cmdk.Group heading={t('palette.actions')}>
      {props.actions.map((command) => (
        <Cmdk.Item key={command.id} value={`do-${command.id}`} onSelect={() => props.onChoose(command)}>
          <Icon name={command.icon} />
          <span className="s-palette-name">{t(command.title)}</span>
          {command.shortcut !== undefined && <kbd className="a-kbd">{shortcutText(command.shortcut)}</kbd>}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
