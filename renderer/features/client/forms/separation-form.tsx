/** A separation, entered once for everybody it touches. */
import type { ReactNode } from 'react';
import type { Separation } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundAbout, BoundDate, BoundPlace } from '#renderer/record/bound-fields.tsx';
import { BoundText, PlainText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import type { FormProps } from './form-props.ts';

export function SeparationForm({ scope, people, language }: FormProps<Separation>): ReactNode {
  const t = useT();
  const touched = people.filter((person) => scope.record.people.includes(person.id));
  return (
    <div className="r-stack">
      <BoundAbout slot={slotOf(scope, 'people')} label={t('client.separation.people')} people={people} />
      <div className="r-three">
        <BoundDate slot={slotOf(scope, 'date')} label={t('client.separation.date')} />
        <BoundPlace slot={slotOf(scope, 'place')} label={t('client.separation.place')} kinds={['port', 'station']} />
        <BoundText slot={slotOf(scope, 'orderedBy')} label={t('client.separation.orderedBy')} />
      </div>
      <BoundWords
        slot={slotOf(scope, 'reason')}
        label={t('client.separation.reason')}
        language={language}
        minRows={2}
      />
      <div className="r-pair">
        {touched.map((person) => (
          <PlainText
            key={person.id}
            slot={{
              fileId: scope.fileId,
              path: [...scope.path, 'whereNow', person.id],
              value: scope.record.whereNow[person.id] ?? '',
              act: scope.act,
            }}
            label={t('client.separation.whereNow', { name: person.name })}
          />
        ))}
      </div>
      <BoundDate slot={slotOf(scope, 'reunited')} label={t('client.separation.reunited')} />
      <TakeBack scope={scope} label={t('record.takeBack')} />
    </div>
  );
}
