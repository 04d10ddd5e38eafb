/** The first line of a record on a tab: its title, which opens the record, its state, and what is missing in it. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { type Destination, useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';

export function RecordHead(props: {
  readonly title: string;
  readonly to: Destination;
  readonly missing: readonly string[];
  readonly children?: ReactNode;
}): ReactNode {
  const t = useT();
  const go = useGo();
  const { missing } = props;
  return (
    <div className="client-line-head">
      <button type="button" className="client-line-title" onClick={() => go(props.to)}>
        {props.title}
      </button>
      {props.children}
      {missing.length > 0 ? <Tag icon="pending">{t('client.incomplete', { items: missing.join(', ') })}</Tag> : null}
    </div>
  );
}
