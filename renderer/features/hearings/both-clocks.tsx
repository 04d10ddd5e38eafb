/** Report and hearing on the clocks of both sides of the border, so that nobody has to count. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { BothClocks as Clocks } from '#shared/deadlines/clock.ts';
import { clientZone, hearingClocks } from '#shared/deadlines/hearing-clock.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { clockName } from '#renderer/record/zone-city.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { Mono } from '#renderer/ui/text.tsx';
import type { HearingProps } from './hearing-page.tsx';

export function BothClocks({ file, scope }: HearingProps): ReactNode {
  const t = useT();
  const hearing = scope.record;
  const clocks = hearingClocks(hearing, clientZone(file, hearing.about[0] ?? null, hearing));
  const port = valueOf(hearing.portToReport)?.code ?? null;
  const court = valueOf(hearing.hearingPlace)?.code ?? null;
  const across = port === null ? null : (cityAcross(port)?.code ?? null);
  return (
    <div className="r-stack">
      {clocks.early || clocks.reportAfterHearing ? (
        <div className="r-row">
          {clocks.reportAfterHearing ? (
            <Tag tone="danger" icon="warning">
              {t('hearing.reportAfter')}
            </Tag>
          ) : null}
          {clocks.early ? (
            <Tag tone="warning" icon="warning">
              {t('hearing.beforeSix')}
            </Tag>
          ) : null}
        </div>
      ) : null}
      <ul className="hearing-clocks">
        <ClockLine label={t('hearing.reportTime')} clocks={clocks.report} places={[port, across]} />
        <ClockLine label={t('hearing.time')} clocks={clocks.hearing} places={[court, port, across]} />
      </ul>
    </div>
  );
}

interface ClockLineProps {
  readonly label: string;
  readonly clocks: Clocks | null;
  readonly places: readonly (string | null)[];
}

function ClockLine({ label, clocks, places }: ClockLineProps): ReactNode {
  const language = useLanguage();
  if (clocks === null) return null;
  const { here, there } = clocks;
  const first = `${here.time} ${clockName(here.zone, language, places)}`;
  const day = here.date === there.date ? '' : ` (${there.date})`;
  return (
    <li>
      <span>{label}</span>
      <Mono>
        {here.zone === there.zone ? first : `${first} = ${there.time} ${clockName(there.zone, language, places)}${day}`}
      </Mono>
    </li>
  );
}
