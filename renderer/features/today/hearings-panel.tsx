import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { HearingRow } from '#renderer/store/contract.ts';
import { Panel } from '#renderer/ui/card.tsx';
import { useNamesShown } from '#renderer/ui/names-shown.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { languageLabel } from '#shared/reference/languages.ts';
import { placeShort } from '#shared/reference/places.ts';
import { byDay, isBeforeDawn, shortDay, zoneCity } from './hearing-when.ts';

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
  const who = (shown ? row.name : row.initials) || t('today.noName');
  const spoken = row.languages.slice(0, 2).map((tag) => languageLabel(tag, language));
  const details = [...spoken, placeShort(row.hearingPlace, language)].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className="t-hearing"
      onClick={() => go({ to: 'hearing', caseId: row.caseId, factId: row.hearingId })}
    >
      <span className="t-times">
        <Clock label={t('today.report')} time={row.reportTime} zone={row.reportZone} />
        <Clock label={t('today.hearing')} time={row.hearingTime} zone={row.hearingZone} />
      </span>
      <span className="t-hearing-who">
        <strong>{who}</strong>
        {row.people > 1 && <span className="a-muted"> {t('today.andOthers', { count: row.people - 1 })}</span>}
        <span className="t-details">{details}</span>
      </span>
      {isBeforeDawn(row) && (
        <Tag tone="warning" icon="warning">
          {t('today.beforeDawn')}
        </Tag>
      )}
    </button>
  );
}

function Clock({ label, time, zone }: { readonly label: string; readonly time: string; readonly zone: string }) {
  const t = useT();
  return (
    <span className="t-clock">
      <span className="a-muted">{label}</span> <b>{time || t('today.timeOpen')}</b>{' '}
      <span className="a-muted">{zoneCity(zone)}</span>
    </span>
  );
}
