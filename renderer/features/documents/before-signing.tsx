/** The bar under a draft: everything that stands before "ready to sign", each item leading to its place. */
import { idleOverrides, type ReadyItem } from '#shared/documents/named-list.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icons.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { readyText, readyTone } from './ready-words.ts';
import { type ListShown, ReadyList } from './ready-list.tsx';
import type { OpenDocument } from './use-document.ts';

interface BarProps {
  readonly document: OpenDocument;
  readonly list: readonly ReadyItem[];
  readonly onGo: (item: ReadyItem) => void;
  /** The list in full is shown; `blocked` after "ready to sign" was pressed while points are open. */
  readonly shown: ListShown;
  readonly onShow: (shown: ListShown) => void;
}

export function BeforeSigning({ document, list, onGo, shown, onShow }: BarProps) {
  const t = useT();
  const language = useLanguage();
  const open = list.filter((item) => !item.isOverridden);
  const passed = list.length - open.length;
  const idle = idleOverrides(document.context.draft, list).length;
  return (
    <section className="d-bar" aria-labelledby="d-before" data-pane="before-signing">
      <h2 id="d-before">
        {t(isHandedOver(document.context.draft.templateId) ? 'documents.list.handOver' : 'ready.title')}
      </h2>
      {list.length === 0 ? (
        <Tag tone="accent" icon="done">
          {t('ready.empty')}
        </Tag>
      ) : (
        <ul className="d-chips">
          {open.map((item) => (
            <li key={item.key}>
              <button
                type="button"
                className={classes('d-chip', `a-tone-${readyTone(item)}`)}
                onClick={() => onGo(item)}
              >
                {readyText(item, t, language)}
              </button>
            </li>
          ))}
          {passed > 0 ? (
            <li>
              <button type="button" className="d-chip a-tone-neutral" onClick={() => onShow('list')}>
                <Icon name="check" size={13} />
                {t('documents.list.passed', { count: passed })}
              </button>
            </li>
          ) : null}
        </ul>
      )}
      {list.length + idle > 0 ? (
        <Button size="sm" onClick={() => onShow('list')}>
          {t('documents.list.open')}
        </Button>
      ) : null}
      {shown !== null ? (
        <ReadyList
          document={document}
          list={list}
          onGo={onGo}
          isBlocked={shown === 'blocked'}
          onClose={() => onShow(null)}
        />
      ) : null}
    </section>
  );
}
