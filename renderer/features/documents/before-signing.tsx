/** The bar under a draft: everything that stands before "ready to sign", each item leading to its place. */
import { useState } from 'react';
import { mayOverride, type ReadyItem } from '#shared/documents/named-list.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { newId, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { classes } from '#renderer/ui/class-names.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { readyText, readyTone } from './ready-words.ts';
import type { OpenDocument } from './use-document.ts';

interface ListProps {
  readonly document: OpenDocument;
  readonly list: readonly ReadyItem[];
  readonly onGo: (item: ReadyItem) => void;
}
interface BarProps extends ListProps {
  /** The list in full is shown. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** What a client carries or gets is not signed but handed over. */
const carried: ReadonlySet<string> = new Set(['hearing-letter', 'reminder-300', 'phone-script']);

export function BeforeSigning({ document, list, onGo, isOpen, onOpen }: BarProps) {
  const t = useT();
  const language = useLanguage();
  const open = list.filter((item) => !item.isOverridden);
  const passed = list.length - open.length;
  return (
    <section className="d-bar" aria-labelledby="d-before" data-pane="before-signing">
      <h2 id="d-before">
        {t(carried.has(document.context.draft.templateId) ? 'documents.list.handOver' : 'ready.title')}
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
              <button type="button" className="d-chip a-tone-neutral" onClick={() => onOpen(true)}>
                <Icon name="check" size={13} />
                {t('documents.list.passed', { count: passed })}
              </button>
            </li>
          ) : null}
        </ul>
      )}
      {list.length > 0 ? (
        <Button size="sm" onClick={() => onOpen(true)}>
          {t('documents.list.open')}
        </Button>
      ) : null}
      {isOpen ? <ListDialog document={document} list={list} onGo={onGo} onClose={() => onOpen(false)} /> : null}
    </section>
  );
}

/** The list in full: go there, mark an admission as seen, or pass over with a reason. */
function ListDialog({ document, list, onGo, onClose }: ListProps & { readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { role } = useSession();
  const [chosen, setChosen] = useState<ReadyItem | null>(null);
  const { act, mark } = document;
  const see = (item: ReadyItem): void => {
    void act('draft.admissionSeen', (draft) => ({
      ...draft,
      admissionsSeen: { ...draft.admissionsSeen, [item.key]: mark() },
    }));
  };
  if (chosen !== null) return <OverrideDialog document={document} item={chosen} onClose={() => setChosen(null)} />;
  return (
    <Dialog title={t('ready.title')} opened onClose={onClose} size="lg">
      {list.length === 0 ? <p>{t('ready.empty')}</p> : null}
      <ul className="d-list">
        {list.map((item) => (
          <li key={item.key}>
            <span className="d-list-text">
              {readyText(item, t, language)}
              {item.isOverridden ? <Tag icon="check">{t('ready.overridden')}</Tag> : null}
            </span>
            <Button
              size="sm"
              variant="quiet"
              onClick={() => {
                onClose();
                onGo(item);
              }}
            >
              {t('documents.list.go')}
            </Button>
            {item.code === 'admission' && (role === 'attorney' || role === 'accreditedRepresentative') ? (
              <Button size="sm" leftIcon="check" onClick={() => see(item)}>
                {t('admission.seen')}
              </Button>
            ) : null}
            {!item.isOverridden && item.code !== 'admission' && mayOverride(item, role) ? (
              <Button size="sm" onClick={() => setChosen(item)}>
                {t('ready.override')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="d-quiet">{t('documents.list.who')}</p>
    </Dialog>
  );
}

function OverrideDialog({
  document: { act, mark },
  item,
  onClose,
}: {
  readonly document: OpenDocument;
  readonly item: ReadyItem;
  readonly onClose: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { role } = useSession();
  const [reason, setReason] = useState('');
  const [isPrinted, setPrinted] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const pass = async (): Promise<void> => {
    if (reason.trim() === '') return setEmpty(true);
    const id = newId();
    const given = { id, item: item.key, reason: reason.trim(), role, printed: isPrinted, ...mark() };
    const saved = await act('draft.overridden', (draft) => ({
      ...draft,
      overrides: { ...draft.overrides, [id]: given },
    }));
    if (saved) onClose();
  };
  return (
    <Dialog
      title={t('ready.override')}
      opened
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onClick={() => void pass()}>
            {t('ready.override')}
          </Button>
        </>
      }
    >
      <div className="d-form">
        <p>{readyText(item, t, language)}</p>
        <TextArea
          label={t('ready.overrideReason')}
          help={t('documents.list.reasonHelp')}
          value={reason}
          autoFocus
          problem={isEmpty && reason.trim() === '' ? t('documents.list.reasonNeeded') : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <Checkbox label={t('ready.overridePrinted')} checked={isPrinted} onChange={setPrinted} />
      </div>
    </Dialog>
  );
}
