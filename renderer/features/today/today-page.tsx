import './today.css';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Today } from '#renderer/store/contract.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { shortDay } from './hearing-when.ts';
import { DuePanel } from './due-panel.tsx';
import { HearingsPanel } from './hearings-panel.tsx';
import { longest, More, useName } from './panel-parts.tsx';

/** What matters in the next days. Names are initials until asked for: others may look at the screen. */
export function TodayPage() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const names = useNamesShown();
  const { data, failure } = useQuery('today', { date: today });
  return (
    <div className="t-page">
      <div className="t-head">
        <PageTitle>{t('today.title', { day: shortDay(today, language) })}</PageTitle>
        <Button leftIcon={names.shown ? 'hide' : 'show'} shortcut="Mod+Shift+N" onClick={names.toggle}>
          {t(names.shown ? 'today.hideNames' : 'today.showNames')}
        </Button>
      </div>
      {failure !== undefined && (
        <Banner tone="danger" title={t('today.failed')}>
          {t(asKey(`errors.${failure.code}`), failure.detail)}
        </Banner>
      )}
      {data !== undefined && (data.counts.cases === 0 ? <FirstDay /> : <Panels today={data} day={today} />)}
    </div>
  );
}

/** Nothing is here yet: one sentence, one button. */
function FirstDay() {
  const t = useT();
  const go = useGo();
  return (
    <EmptyState
      text={t('today.empty')}
      action={
        <Button variant="primary" leftIcon="add" shortcut="Mod+N" onClick={() => go({ to: 'intake' })}>
          {t('command.newClient')}
        </Button>
      }
    />
  );
}

function Panels({ today, day }: { readonly today: Today; readonly day: string }) {
  return (
    <div className="t-panels">
      <div className="t-column">
        <HearingsPanel rows={today.hearings} />
        <DraftsPanel drafts={today.drafts} />
      </div>
      <div className="t-column">
        <DuePanel today={today} day={day} />
        <NotReachedPanel people={today.notReached} />
        <NeedsLookPanel items={today.needsLook} />
      </div>
    </div>
  );
}

function NotReachedPanel({ people }: { readonly people: Today['notReached'] }) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const name = useName();
  return (
    <Panel title={t('today.notReached')}>
      {people.length === 0 && <p className="t-none">{t('today.notReachedNone')}</p>}
      <ul>
        {people.slice(0, longest).map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className="t-line"
              onClick={() => go({ to: 'person', caseId: person.caseId, personId: person.personId, tab: 'contact' })}
            >
              <span className="t-fixed">
                {person.days === null ? t('today.neverReached') : t('today.days', { count: person.days })}
              </span>
              <span className="t-who">{name(person)}</span>
              {person.hearingDate !== '' && (
                <Tag tone="warning" icon="hearing">
                  {t('today.hearingOn', { day: shortDay(person.hearingDate, language) })}
                </Tag>
              )}
            </button>
          </li>
        ))}
      </ul>
      <More count={people.length} to="clients" />
    </Panel>
  );
}

function NeedsLookPanel({ items }: { readonly items: Today['needsLook'] }) {
  const t = useT();
  const go = useGo();
  const name = useName();
  return (
    <Panel title={t('today.needsLook')}>
      {items.length === 0 && <p className="t-none">{t('today.needsLookNone')}</p>}
      <ul>
        {items.slice(0, longest).map((item) => (
          <li key={`${item.caseId} ${item.personId} ${item.flag}`}>
            <button
              type="button"
              className="t-line"
              onClick={() =>
                go(
                  item.personId === null
                    ? { to: 'case', caseId: item.caseId }
                    : { to: 'person', caseId: item.caseId, personId: item.personId },
                )
              }
            >
              <span className="t-who">{name(item)}</span>
              <Tag tone="warning" icon="flag">
                {t(asKey(`flags.${item.flag}`))}
              </Tag>
            </button>
          </li>
        ))}
      </ul>
      <More count={items.length} to="clients" />
    </Panel>
  );
}

function DraftsPanel({ drafts }: { readonly drafts: Today['drafts'] }) {
  const t = useT();
  const go = useGo();
  const name = useName();
  return (
    <Panel title={t('today.drafts')}>
      {drafts.length === 0 && <p className="t-none">{t('today.draftsNone')}</p>}
      <ul>
        {drafts.slice(0, longest).map((draft) => (
          <li key={draft.draftId}>
            <button type="button" className="t-line" onClick={() => go({ to: 'draft', draftId: draft.draftId })}>
              <span className="t-who">{t(asKey(`documents.kind.${draft.templateId}`))}</span>
              <span className="t-side">{name(draft)}</span>
              {draft.gaps > 0 ? (
                <Tag tone="warning">{t('today.gaps', { count: draft.gaps })}</Tag>
              ) : (
                <Tag tone="neutral">{t(asKey(`documents.state.${draft.state}`))}</Tag>
              )}
            </button>
          </li>
        ))}
      </ul>
      <More count={drafts.length} to="documents" />
    </Panel>
  );
}
