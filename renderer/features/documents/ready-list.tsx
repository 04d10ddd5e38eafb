/** The list before signing in full: go there, look, word, pass over with a reason, and take that back. */
import { useState } from 'react';
import type { Override } from '#shared/domain/draft.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { idleOverrides, mayOverride, type ReadyItem, takeBackOverride } from '#shared/documents/named-list.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { localToday } from '#renderer/ui/use-today.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { readyText } from './ready-words.ts';
import { TypedWords } from './typed-words.tsx';
import type { OpenDocument } from './use-document.ts';

/** Not at all, because somebody asked for it, or because "ready to sign" was pressed too early. */
export type ListShown = 'list' | 'blocked' | null;

interface ReadyListProps {
  readonly document: OpenDocument;
  readonly list: readonly ReadyItem[];
  readonly onGo: (item: ReadyItem) => void;
  readonly isBlocked: boolean;
  readonly onClose: () => void;
}

export function ReadyList({ document, list, onGo, isBlocked, onClose }: ReadyListProps) {
  const t = useT();
  const [chosen, setChosen] = useState<ReadyItem | null>(null);
  const { draft } = document.context;
  const open = list.filter((item) => !item.isOverridden);
  const idle = idleOverrides(draft, list);
  if (chosen !== null) return <OverrideDialog document={document} item={chosen} onClose={() => setChosen(null)} />;
  const notYet = isHandedOver(draft.templateId) ? 'ready.notHandedOver' : 'ready.notYet';
  return (
    <Dialog
      title={t(isHandedOver(draft.templateId) ? 'documents.list.handOver' : 'ready.title')}
      opened
      onClose={onClose}
      size="lg"
    >
      {isBlocked && open.length > 0 ? <Banner tone="danger">{t(notYet, { count: open.length })}</Banner> : null}
      {list.length === 0 ? <p>{t('ready.empty')}</p> : null}
      <ul className="d-list">
        {list.map((item) => (
          <ItemRow
            key={item.key}
            document={document}
            item={item}
            isFirst={isBlocked && item === open[0]}
            onGo={() => {
              onClose();
              onGo(item);
            }}
            onOverride={() => setChosen(item)}
          />
        ))}
      </ul>
      {idle.length > 0 ? (
        <section className="d-idle" aria-labelledby="d-idle">
          <h3 id="d-idle">{t('ready.idle')}</h3>
          <ul className="d-list">
            {idle.map((one) => (
              <li key={one.id}>
                <OverrideWords document={document} override={one} />
                {one.printed ? <Tag>{t('ready.idlePrinted')}</Tag> : null}
                <TakeBack document={document} override={one} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="d-quiet">{t('documents.list.who')}</p>
    </Dialog>
  );
}

interface ItemRowProps {
  readonly document: OpenDocument;
  readonly item: ReadyItem;
  /** The focus goes here when the list opens. */
  readonly isFirst: boolean;
  readonly onGo: () => void;
  readonly onOverride: () => void;
}

function ItemRow({ document, item, isFirst, onGo, onOverride }: ItemRowProps) {
  const t = useT();
  const language = useLanguage();
  const { role } = useSession();
  const { act, mark } = document;
  const see = (): void => {
    void act('draft.admissionSeen', (draft) => ({
      ...draft,
      admissionsSeen: { ...draft.admissionsSeen, [item.key]: mark() },
    }));
  };
  return (
    <li>
      <span className="d-list-text">
        {readyText(item, t, language)}
        {item.override === null ? null : (
          <>
            <Tag icon="check">{t('ready.overridden')}</Tag>
            <OverrideWords document={document} override={item.override} />
          </>
        )}
      </span>
      <Button size="sm" variant="quiet" focusFirst={isFirst} onClick={onGo}>
        {t('documents.list.go')}
      </Button>
      {item.override === null ? null : <TakeBack document={document} override={item.override} />}
      {item.code === 'admission' && !item.isOverridden && isPractitioner(role) ? (
        <Button size="sm" leftIcon="check" onClick={see}>
          {t('admission.seen')}
        </Button>
      ) : null}
      {!item.isOverridden && item.code !== 'admission' && mayOverride(item, role) ? (
        <Button size="sm" onClick={onOverride}>
          {t('ready.override')}
        </Button>
      ) : null}
      {item.typed.length > 0 && !item.isOverridden ? <TypedWords document={document} typed={item.typed} /> : null}
    </li>
  );
}

interface GivenOverride {
  readonly document: OpenDocument;
  readonly override: Override;
}

/** Why, by whom and on which day. */
function OverrideWords({ document: { context }, override }: GivenOverride) {
  const t = useT();
  const language = useLanguage();
  const name = context.office?.members[override.by]?.name || t(roleKey(override.role));
  const day = formatPartialDate({ value: localToday(new Date(override.at)), precision: 'day' }, language, 'table');
  return <span className="d-quiet">{t('ready.overrideBy', { reason: override.reason, name, day })}</span>;
}

function roleKey(role: string) {
  return role === 'accreditedRepresentative' ? 'role.accreditedRepresentative' : 'role.attorney';
}

function TakeBack({ document: { act, mark }, override }: GivenOverride) {
  const t = useT();
  const { role } = useSession();
  if (!isPractitioner(role)) return null;
  return (
    <Button
      size="sm"
      onClick={() => void act('draft.overrideTakenBack', (draft) => takeBackOverride(draft, override.id, mark()))}
    >
      {t('ready.takeBack')}
    </Button>
  );
}
