/** A place to sleep and why it ended; one left for a hearing names the hearing, so that the lost place counts. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import type { Stay } from '#shared/domain/journey.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundNumber, BoundPlace, BoundSelect } from '#renderer/record/bound-fields.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { SourceDetails } from '#renderer/record/source-details.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { FormProps } from './form-props.ts';

const kinds = ['shelter', 'rented', 'family', 'street', 'detention', 'noFixedPlace', 'unknown'] as const;
const ends = ['stillThere', 'leftForHearing', 'askedToLeave', 'danger', 'moved', 'other'] as const;

export function StayForm({ file, scope, people, language }: FormProps<Stay>): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-pair">
        <BoundSelect
          slot={slotOf(scope, 'kind')}
          label={t('stay.kindLabel')}
          options={kinds.map((value) => ({ value, label: t(`stay.kind.${value}`) }))}
        />
        <BoundPlace slot={slotOf(scope, 'place')} label={t('stay.place')} kinds={['city']} />
      </div>
      <div className="r-pair">
        <BoundDate slot={slotOf(scope, 'from')} label={t('stay.from')} />
        <BoundDate slot={slotOf(scope, 'until')} label={t('stay.until')} />
      </div>
      <BoundChoice
        slot={slotOf(scope, 'endCause')}
        label={t('stay.endCause')}
        options={ends.map((value) => ({ value, label: t(`stay.end.${value}`) }))}
      />
      {valueOf(scope.record.endCause) === 'leftForHearing' ? <LeftFor file={file} scope={scope} /> : null}
      <SourceDetails scope={scope} file={file} remove={t('stay.remove')}>
        <BoundWords slot={slotOf(scope, 'narrative')} label={t('stay.narrative')} language={language} minRows={2} />
      </SourceDetails>
    </div>
  );
}

function LeftFor({ file, scope }: Pick<FormProps<Stay>, 'file' | 'scope'>): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { value: hearingId, write } = useBound(slotOf(scope, 'hearingId'));
  const options = liveFacts(file, 'hearings').map((hearing) => {
    const date = valueOf(hearing.date);
    return { value: hearing.id, label: date === undefined ? t('hearing.untitled') : formatPartialDate(date, language) };
  });
  return (
    <div className="r-pair">
      <SelectField
        label={t('stay.hearing')}
        value={hearingId}
        clearable
        options={options}
        help={hearingId === null ? t('stay.hearingMissing') : undefined}
        onChange={write}
      />
      <BoundNumber slot={slotOf(scope, 'nightsWithoutAddress')} label={t('stay.nights')} unit={t('fear.unit.nights')} />
    </div>
  );
}
