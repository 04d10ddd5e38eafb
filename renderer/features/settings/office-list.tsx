/** Lists of the office: each entry a line that opens its fields in place. */
import { type ReactNode, useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useCommit } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { showToast } from '#renderer/ui/toast.tsx';

/** Writes one value of the office at once; a failure is said. */
export function useOfficeWrite(
  officeId: string,
): (path: readonly string[], value: unknown, label: string) => Promise<void> {
  const t = useT();
  const commit = useCommit();
  return async (path, value, label) => {
    const done = await commit({ label, edits: [{ fileId: officeId, changes: [{ path, value }] }] });
    if (!done.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${done.code}`), done.detail) });
  };
}

interface Entry {
  readonly id: string;
  readonly name: string;
}

interface OfficeListProps<T extends Entry> {
  readonly title: string;
  readonly entries: readonly T[];
  /** What stands there while the list is empty. */
  readonly none?: string;
  readonly addLabel: string;
  readonly canAdd: boolean;
  /** Makes an entry and answers its id: it is open at once. */
  readonly onAdd: () => Promise<string>;
  /** What a line says beside the name. */
  readonly marks: (entry: T) => ReactNode;
  readonly fields: (entry: T) => ReactNode;
}

export function OfficeList<T extends Entry>(props: OfficeListProps<T>) {
  const t = useT();
  const [opened, setOpened] = useState<string | null>(null);
  const { title, entries, none, addLabel, canAdd, onAdd, marks, fields } = props;
  const add = canAdd && (
    <Button size="sm" leftIcon="add" onClick={() => void onAdd().then(setOpened)}>
      {addLabel}
    </Button>
  );
  return (
    <Panel title={title} aside={add}>
      {entries.length === 0 && none !== undefined && <p className="o-none">{none}</p>}
      <ul className="o-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              className="o-line"
              aria-expanded={opened === entry.id}
              onClick={() => setOpened(opened === entry.id ? null : entry.id)}
            >
              <span className="o-name">{entry.name || t('settings.noName')}</span>
              {marks(entry)}
            </button>
            {opened === entry.id && fields(entry)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
