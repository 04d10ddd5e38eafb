/** How somebody stood in the programme from one day to another; a later status is another record. */
import type { ReactNode } from 'react';
import { answered, type Answer, type Place } from '#shared/domain/base.ts';
import type { ProgrammeStatus } from '#shared/domain/hearing.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { programmeVersionEntries } from '#shared/reference/programme.ts';
import { programmeStates } from '#shared/domain/standing.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundAnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { BoundDate, BoundPlace, BoundSelect } from '#renderer/record/bound-fields.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { pendingName, slotOf } from '#renderer/record/slot.ts';
import { SourceDetails } from '#renderer/record/source-details.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { PlaceField } from '#renderer/ui/place-field.tsx';
import type { FormProps } from './form-props.ts';

export function ProgrammeForm({ file, scope, people }: FormProps<ProgrammeStatus>): ReactNode {
  const t = useT();
  const language = useLanguage();
  const wasIn = scope.record.status !== 'neverIn';
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-pair">
        <BoundSelect
          slot={slotOf(scope, 'status')}
          label={t('standing.status')}
          options={programmeStates.map((value) => ({ value, label: t(`standing.is.${value}`) }))}
        />
        {wasIn ? (
          <BoundAnswerSelect
            slot={slotOf(scope, 'version')}
            label={t('family.version')}
            options={programmeVersionEntries.map((entry) => ({ value: entry.id, label: entry.name[language] }))}
          />
        ) : null}
      </div>
      <div className="r-pair">
        <BoundDate slot={slotOf(scope, 'from')} label={t('standing.from')} />
        <BoundDate slot={slotOf(scope, 'until')} label={t('standing.until')} />
      </div>
      {wasIn ? (
        <div className="r-pair">
          <PortOfReturn scope={scope} />
          <BoundPlace slot={slotOf(scope, 'cityOfReturn')} label={t('family.cityOfReturn')} kinds={['city']} />
        </div>
      ) : null}
      <PlainText slot={slotOf(scope, 'note')} label={t('standing.note')} />
      <SourceDetails scope={scope} file={file} remove={t('standing.programme.remove')} />
    </div>
  );
}

/** Choosing the port also names the city across, unless one was given. */
function PortOfReturn({ scope }: Pick<FormProps<ProgrammeStatus>, 'scope'>): ReactNode {
  const t = useT();
  const slot = slotOf(scope, 'portOfReturn');
  const port = useBound<Answer<Place>>(slot, (next, now) => {
    const code = next.status === 'answered' ? next.value.code : null;
    const across = code === null ? null : cityAcross(code);
    if (across === null || now.programme[scope.record.id]?.cityOfReturn.status !== 'notAsked') return [];
    const city: Answer<Place> = answered({ code: across.code, text: '', country: 'MX' });
    return [{ path: [...scope.path, 'cityOfReturn'], value: city }];
  });
  return (
    <PlaceField
      label={t('family.portOfReturn')}
      kinds={['port']}
      value={port.value}
      onChange={port.write}
      data-slot={pendingName(slot)}
    />
  );
}
