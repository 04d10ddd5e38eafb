/** Court, day, hour and port of a hearing. Choosing a known place also sets the clock that its hours are read on. */
import type { ReactNode } from 'react';
import { type Answer, type Place, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { suggestReportTime } from '#shared/deadlines/hearing-clock.ts';
import { practiceFigure } from '#shared/reference/practice.ts';
import { filingCourtOf, placeZone } from '#shared/reference/places.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundTime } from '#renderer/record/bound-fields.tsx';
import { Part } from '#renderer/record/fact-page.tsx';
import { pendingName, slotOf, type Slot } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { PlaceField, type PlaceKind } from '#renderer/ui/place-field.tsx';
import { BothClocks } from './both-clocks.tsx';
import type { HearingProps } from './hearing-page.tsx';
import { CourtField } from './court-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** A place whose choice sets the zone beside it, and the court where nobody has named one, in the same commit. */
function PlaceWithClock(props: {
  readonly slot: Slot<Answer<Place>>;
  readonly zonePath: readonly string[];
  /** Names the court where nobody has: where it stands, and whether it is open in the case as it is written. */
  readonly court?: { readonly path: readonly string[]; readonly isOpen: (now: CaseFile) => boolean };
  readonly label: string;
  readonly kinds: readonly PlaceKind[];
}): ReactNode {
  const { slot, court } = props;
  const { value, write } = useBound(slot, (answer, now) => {
    const code = answer.status === 'answered' ? answer.value.code : null;
    const zone = code === null ? null : placeZone(code);
    const filing = code === null ? undefined : filingCourtOf(code)?.code;
    return [
      ...(zone === null ? [] : [{ path: props.zonePath, value: zone }]),
      ...(filing && court?.isOpen(now) ? [{ path: court.path, value: { status: 'answered', value: filing } }] : []),
    ];
  });
  return (
    <PlaceField label={props.label} kinds={props.kinds} value={value} onChange={write} data-slot={pendingName(slot)} />
  );
}

export function HearingWhen({ file, scope }: HearingProps): ReactNode {
  const t = useT();
  return (
    <>
      <Part title={t('hearing.part.when')}>
        <div className="r-pair">
          <BoundDate slot={slotOf(scope, 'date')} label={t('hearing.date')} />
          <BoundTime slot={slotOf(scope, 'time')} label={t('hearing.time')} />
        </div>
        <PlaceWithClock
          slot={slotOf(scope, 'hearingPlace')}
          zonePath={[...scope.path, 'zone']}
          court={{
            path: [...scope.path, 'court'],
            isOpen: (now) => now.hearings[scope.record.id]?.court.status === 'notAsked',
          }}
          label={t('hearing.hearingPlace')}
          kinds={['court', 'hearingFacility']}
        />
        <div className="r-pair">
          <ZoneField slot={slotOf(scope, 'zone')} label={t('hearing.zone')} />
          <CourtField slot={slotOf(scope, 'court')} label={t('hearing.court')} />
        </div>
        <BoundChoice
          slot={slotOf(scope, 'kind')}
          label={t('hearing.kindLabel')}
          options={(['master', 'individual', 'bond', 'other'] as const).map((value) => ({
            value,
            label: t(`hearing.kind.${value}`),
          }))}
        />
      </Part>
      <Part title={t('hearing.part.port')}>
        <PlaceWithClock
          slot={slotOf(scope, 'portToReport')}
          zonePath={[...scope.path, 'reportZone']}
          label={t('hearing.portToReport')}
          kinds={['port']}
        />
        <div className="r-pair">
          <BoundTime slot={slotOf(scope, 'reportTime')} label={t('hearing.reportTime')} />
          <ZoneField slot={slotOf(scope, 'reportZone')} label={t('hearing.reportZone')} />
        </div>
        <ReportSuggestion file={file} scope={scope} />
        <BothClocks file={file} scope={scope} />
      </Part>
    </>
  );
}

/** The usual time before, offered while no report time is written down. */
function ReportSuggestion({ scope }: HearingProps): ReactNode {
  const t = useT();
  const setValue = useSetValue(scope.fileId);
  const suggestion = suggestReportTime(scope.record);
  if (valueOf(scope.record.reportTime) !== undefined || suggestion === null) return null;
  const value = { status: 'answered', value: suggestion.time };
  return (
    <p className="r-row">
      <span>{t('hearing.suggestion', { time: suggestion.time, count: practiceFigure('reportHoursBefore') })}</span>
      <LinkButton onClick={() => void setValue([...scope.path, 'reportTime'], value, scope.act)}>
        {t('hearing.useSuggestion')}
      </LinkButton>
    </p>
  );
}
