/** Report and hearing on the clocks of both sides of the border, so that nobody has to count. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { cityAcross, placeShort } from '#shared/reference/places.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { onOtherClock } from '#renderer/record/clocks.ts';
import { Mono } from '#renderer/ui/text.tsx';
import { zoneCity } from './zone-field.tsx';

export function BothClocks({ hearing }: { readonly hearing: Hearing }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const date = valueOf(hearing.date);
  const port = valueOf(hearing.portToReport)?.code ?? null;
  const across = port === null ? null : cityAcross(port);
  if (date?.precision !== 'day' || across === null) return null;
  const day = date.value;
  const there = placeShort(across.code, language);

  function line(label: string, time: string | undefined, zone: string | null): ReactNode {
    if (time === undefined || zone === null || across === null) return null;
    const other = onOtherClock({ date: day, time }, zone, across.zone);
    return (
      <li>
        <span>{label}</span>
        <Mono>{`${time} ${zoneCity(zone)} = ${other.time} ${there}`}</Mono>
      </li>
    );
  }
  return (
    <ul className="hearing-clocks">
      {line(t('hearing.reportTime'), valueOf(hearing.reportTime), hearing.reportZone)}
      {line(t('hearing.time'), valueOf(hearing.time), hearing.zone)}
    </ul>
  );
}
