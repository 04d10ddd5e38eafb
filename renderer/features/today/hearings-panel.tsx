import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { HearingRow } from '#renderer/store/contract.ts';
import { Panel } from '#renderer/ui/card.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { languageLabel } from '#shared/reference/languages.ts';
import { placeShort } from '#shared/reference/places.ts';
import { acrossTimes, byDay, isBeforeDawn, shortDay } from './hearing-when.ts';

/** The hearings of the next two weeks, day by day, each with both clocks. */
export function HearingsPanel({ rows }: { readonly rows: readonly HearingRow[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Panel title={t('today.hearings')}>
      {rows.length === 0 && <p className="t-none">{t('today.hearingsNone')}</p>}
      {byDay(rows).map(([day, list]) => (
        <section key={day} className="t-day" aria-label={shortDay(day, language)}>
          <h3 className="t-date">{shortDay(day, language)}</h3>
          <ul>
            {list.map((row) => (
              <li key={`${row.hearingId} ${row.personId}`}>
                <HearingLine row={row} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

function HearingLine({ row }: { readonly row: HearingRow }) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const { shown } = useNamesShown();
  const across = acrossTimes(row, language);
  const who = (shown ? row.name : row.initials) || t('today.noName');
  const spoken = row.languages.slice(0, 2).map((tag) => languageLabel(tag, language));
  const details = [...spoken, placeShort(row.hearingPlace, language)].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className="t-hearing"
      onClick={() => go({ to: 'hearing', caseId: row.caseId, factId: row.hearingId })}
    >
      <span className="t-clocks">
        <span>
          {t('today.report')} <b>{row.reportTime || t('today.timeOpen')}</b>
        </span>
        {isBeforeDawn(row) && (
          <Tag tone="warning" icon="warning">
            {t('today.beforeDawn')}
          </Tag>
        )}
        <span>
          {t('today.hearing')} <b>{row.hearingTime || t('today.timeOpen')}</b>
        </span>
      </span>
      <span className="t-across">
        {placeShort(row.port, language)}{' '}
        {across !== null &&
          t('today.across', { times: [across.report, across.hearing].filter(Boolean).join(' · '), city: across.city })}
      </span>
      <span className="t-hearing-who">
        <strong>{who}</strong>
        {row.people > 1 && <span> {t('today.andOthers', { count: row.people - 1 })}</span>}
        {details !== '' && <span> · {details}</span>}
      </span>
    </button>
  );
}
