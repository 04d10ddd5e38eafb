/** The read-back of a declaration: begun, read paragraph by paragraph, ended. The laptop stays unlocked meanwhile. */
import { useEffect, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { ReadBack } from '#shared/domain/draft.ts';
import { lastReadBack } from '#shared/documents/context.ts';
import { isFrozen, lifeOf } from '#shared/documents/life.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import './documents.css';
import './read-back.css';
import { ReadBackDone } from './read-back-done.tsx';
import { ReadBackRound } from './read-back-round.tsx';
import { ReadBackStart } from './read-back-start.tsx';
import { RelayDialog } from './relay-dialog.tsx';
import { type OpenDocument, useDocument } from './use-document.ts';

/** Minutes for which a read-back keeps the laptop unlocked; the most that the shell allows. */
const holdMinutes = 60;

export function ReadBackPage({ draftId }: { readonly draftId: Id }) {
  const t = useT();
  const go = useGo();
  const { document, failure } = useDocument(draftId);
  if (failure !== undefined) {
    return <EmptyState text={t('documents.failed', { reason: t(asKey(`errors.${failure.code}`), failure.detail) })} />;
  }
  if (document === undefined) return <p className="d-loading">{t('ui.loading')}</p>;
  const { draft } = document.context;
  const isOfOthers = draft.templateId !== 'declaration';
  if (isOfOthers || isFrozen(lifeOf(draft))) {
    return (
      <EmptyState
        text={t(isOfOthers ? 'documents.readBack.notNeeded' : 'documents.readBack.frozen')}
        action={<Button onClick={() => go({ to: 'draft', draftId })}>{t('documents.readBack.toDraft')}</Button>}
      />
    );
  }
  return <ReadBackDesk document={document} />;
}

function ReadBackDesk({ document }: { readonly document: OpenDocument }) {
  const t = useT();
  const go = useGo();
  const { draft } = document.context;
  const last = lastReadBack(draft);
  // Asked for another round after this one; a round that was read since is the last one then.
  const [againAfter, setAgainAfter] = useState<Id | null>(null);
  const isAgain = last !== null && againAfter === last.id;
  const running = last !== null && last.endedAt === null ? last : null;
  const [isHidden, setHidden] = usePrivacy();
  return (
    <div className="d-read">
      <header className="d-read-head">
        <div className="d-head-words">
          <LinkButton
            onClick={() => go({ to: 'draft', draftId: draft.id })}
          >{`‹ ${t('documents.readBack.toDraft')}`}</LinkButton>
          <PageTitle>{t('documents.readBack.title')}</PageTitle>
        </div>
        {running === null ? null : <Running document={document} readBack={running} onHide={() => setHidden(true)} />}
      </header>
      {running === null ? null : <ReadBackRound document={document} readBack={running} />}
      {running === null && last !== null && !isAgain ? (
        <ReadBackDone document={document} readBack={last} onAgain={() => setAgainAfter(last.id)} />
      ) : null}
      {running === null && (last === null || isAgain) ? <ReadBackStart document={document} /> : null}
      {isHidden ? <Privacy onShow={() => setHidden(false)} /> : null}
    </div>
  );
}

/** F9 hides the screen and shows it again. */
function usePrivacy(): [boolean, (isHidden: boolean) => void] {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'F9') return;
      event.preventDefault();
      setHidden((now) => !now);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return [isHidden, setHidden];
}

function Privacy({ onShow }: { readonly onShow: () => void }) {
  const t = useT();
  return (
    <div className="d-privacy" role="dialog" aria-modal="true" aria-label={t('documents.readBack.hidden')}>
      <p>{t('documents.readBack.hidden')}</p>
      <Button autoFocus onClick={onShow}>
        {t('documents.readBack.show')}
      </Button>
    </div>
  );
}

interface RunningProps {
  readonly document: OpenDocument;
  readonly readBack: ReadBack;
  readonly onHide: () => void;
}

function Running({ document, readBack, onHide }: RunningProps) {
  const t = useT();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="d-running">
      <ul className="d-chips" aria-label={t('documents.readBack.interpreters')}>
        {readBack.relay.map((link, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link of the relay is its place in it
          <li key={index}>
            <Tag icon="person">
              {`${link.name || t('documents.readBack.noName')}: ${languageLabel(link.from, language)} – ${languageLabel(link.to, language)}`}
            </Tag>
          </li>
        ))}
        {readBack.relay.length > 0 ? null : (
          <li>
            <Tag icon="person">
              {`${readBack.reader?.name || t('documents.readBack.noName')}: ${languageLabel(readBack.language, language)}`}
            </Tag>
          </li>
        )}
        <li>
          <Tag icon={readBack.medium === 'inPerson' ? 'people' : 'phone'}>
            {t(`documents.readBack.media.${readBack.medium}`)}
          </Tag>
        </li>
      </ul>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)}>
        {t('documents.readBack.change')}
      </Button>
      <span className="d-clocks">
        <Clock startedAt={readBack.startedAt} />
      </span>
      <Button size="sm" leftIcon="hide" shortcut="F9" onClick={onHide}>
        {t('documents.readBack.hide')}
      </Button>
      {isOpen ? <RelayDialog document={document} readBack={readBack} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** How long it has run, and how long the laptop stays unlocked for it. Renders alone, once a second. */
function Clock({ startedAt }: { readonly startedAt: string }) {
  const t = useT();
  const [now, setNow] = useState(() => Date.now());
  const [heldUntil] = useState(() => Date.now() + holdMinutes * 60_000);
  useEffect(() => {
    void window.amparo.session.hold({ minutes: holdMinutes });
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => {
      clearInterval(timer);
      void window.amparo.session.hold({ minutes: 0 });
    };
  }, []);
  const seconds = Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1000));
  const left = Math.max(0, Math.ceil((heldUntil - now) / 60_000));
  return (
    <>
      <span className="d-clock">
        <Icon name="clock" size={14} />
        {`${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`}
      </span>
      <span className="d-quiet">{t('documents.readBack.held', { count: left })}</span>
    </>
  );
}
