import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Today } from '#renderer/store/contract.ts';
import { useSession } from '#renderer/store/use-store.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { type Destination, useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { type DueLine, dueLines, whoOf } from './due-lines.ts';
import { shortDay } from './hearing-when.ts';
import { longest, More, useName } from './panel-parts.tsx';

/** What falls due and what waits, each line a way to where it is done. */
export function DuePanel({ today, day }: { readonly today: Today; readonly day: string }) {
  const t = useT();
  const session = useSession();
  const lines = dueLines(today, day, session);
  return (
    <Panel title={t('today.due')}>
      {lines.length === 0 && <p className="t-none">{t('today.dueNone')}</p>}
      <ul>
        {lines.slice(0, longest).map((line) => (
          <li key={line.key}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      <More count={lines.length} to="clients" />
    </Panel>
  );
}

function placeOf(line: DueLine): Destination {
  switch (line.kind) {
    case 'sheet':
      return { to: 'vault' };
    case 'filing':
      return { to: 'hearing', caseId: line.row.caseId, factId: line.row.hearingId };
    case 'referral':
      return { to: 'fear', caseId: line.row.caseId, factId: line.row.factId, step: 'result' };
    case 'reach':
      return { to: 'person', caseId: line.row.caseId, personId: line.row.personId, tab: 'contact' };
    case 'scan':
      return { to: 'draft', draftId: line.row.draftId };
  }
}

function Line({ line }: { readonly line: DueLine }) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const name = useName();
  const who = whoOf(line);
  return (
    <button type="button" className="t-line t-due" onClick={() => go(placeOf(line))}>
      <span className="t-fixed">
        {line.day === null ? t('today.waits') : shortDay(line.day, language)}
        {line.isPast && line.kind === 'filing' && <span className="t-late"> {t('today.passed')}</span>}
      </span>
      <span className="t-due-what">
        {who !== null && <strong>{name(who)}</strong>}
        {/* Only the line on somebody not reached is a sentence that begins with the name. */}
        {who === null || line.kind === 'reach' ? ' ' : ' · '}
        <What line={line} />
        {line.kind === 'filing' && <Readings line={line} />}
      </span>
      {line.kind === 'filing' && line.row.readings.length > 1 && (
        <Tag tone="warning" icon="warning">
          {t('today.twoReadings', { count: line.row.readings.length })}
        </Tag>
      )}
    </button>
  );
}

function What({ line }: { readonly line: DueLine }) {
  const t = useT();
  const language = useLanguage();
  switch (line.kind) {
    case 'sheet':
      return t('today.dueSheet');
    case 'filing': {
      const kind = t(asKey(`hearing.kind.${line.row.hearingKind}`)).toLocaleLowerCase(language);
      return t('today.dueFiling', { kind, day: shortDay(line.row.hearingDate, language) });
    }
    case 'referral':
      return t('today.dueReferral');
    case 'reach':
      return line.row.days === null ? t('today.dueNeverReached') : t('today.dueReach', { count: line.row.days });
    case 'scan':
      return t('today.dueScan', { document: t(asKey(`documents.kind.${line.row.templateId}`)) });
  }
}

/** Each reading with its day; the day before a closed court where the two differ; what is not recorded. */
function Readings({ line }: { readonly line: Extract<DueLine, { kind: 'filing' }> }) {
  const t = useT();
  const language = useLanguage();
  const { readings, docketKnown } = line.row;
  const parts = readings.map(({ days, due, safe }) =>
    due === safe
      ? t('today.reading', { count: days, day: shortDay(due, language) })
      : t('today.readingMoved', { count: days, day: shortDay(due, language), safe: shortDay(safe, language) }),
  );
  return [...parts, ...(docketKnown ? [] : [t('today.docketOpen')])].map((part) => (
    <span key={part} className="t-due-how">
      {part}
    </span>
  ));
}
