/** A crossing, return, escort or move, edited in place. */
import type { ReactNode } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import {
  BoundChoice,
  BoundDate,
  BoundNumber,
  BoundPlace,
  BoundSelect,
  BoundTime,
} from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { exceptionField, Exceptions } from '#renderer/record/exceptions.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { SourceDetails } from '#renderer/record/source-details.tsx';
import type { Encounter } from '#shared/domain/journey.ts';
import type { FormProps } from './form-props.ts';

const kinds = ['crossing', 'returnToMexico', 'escortToHearing', 'takenOut', 'move'] as const;

export function EncounterForm({ file, scope, people, language }: FormProps<Encounter>): ReactNode {
  const t = useT();
  const isAtPort = scope.record.kind !== 'move';
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-three">
        <BoundSelect
          slot={slotOf(scope, 'kind')}
          label={t('encounter.kindLabel')}
          options={kinds.map((value) => ({ value, label: t(`encounter.kind.${value}`) }))}
        />
        <BoundDate slot={slotOf(scope, 'date')} label={t('encounter.date')} />
        <BoundTime slot={slotOf(scope, 'time')} label={t('encounter.time')} />
      </div>
      <div className="r-three">
        {isAtPort ? (
          <BoundPlace slot={slotOf(scope, 'port')} label={t('encounter.port')} kinds={['port', 'station']} />
        ) : (
          <BoundPlace slot={slotOf(scope, 'from')} label={t('encounter.from')} kinds={['city']} />
        )}
        <BoundPlace slot={slotOf(scope, 'to')} label={t('encounter.to')} kinds={['city', 'port']} />
        <BoundText slot={slotOf(scope, 'withWhom')} label={t('encounter.withWhom')} />
      </div>
      <BoundChoice
        slot={slotOf(scope, 'processedTogether')}
        label={t('encounter.processedTogether')}
        options={(['together', 'apart'] as const).map((value) => ({ value, label: t(`encounter.${value}`) }))}
      />
      <BoundWords slot={slotOf(scope, 'narrative')} label={t('encounter.narrative')} language={language} minRows={2} />
      <SourceDetails scope={scope} file={file} remove={t('encounter.remove')}>
        <div className="r-three">
          <BoundNumber
            slot={slotOf(scope, 'nightsHeld')}
            label={t('encounter.nightsHeld')}
            unit={t('fear.unit.nights')}
          />
          <BoundNumber
            slot={slotOf(scope, 'hoursHeld')}
            label={t('encounter.hoursHeld')}
            unit={t('fear.unit.hours')}
            decimals
          />
          <BoundPlace slot={slotOf(scope, 'placeHeld')} label={t('encounter.placeHeld')} kinds={['port', 'station']} />
        </div>
        <BoundText slot={slotOf(scope, 'toldWhen')} label={t('encounter.toldWhen')} />
      </SourceDetails>
      <Exceptions
        scope={scope}
        people={people}
        fields={[
          exceptionField<Encounter, 'date'>('date', t('encounter.date'), (slot) => (
            <BoundDate slot={slot} label={t('encounter.date')} />
          )),
          exceptionField<Encounter, 'time'>('time', t('encounter.time'), (slot) => (
            <BoundTime slot={slot} label={t('encounter.time')} />
          )),
          exceptionField<Encounter, 'port'>('port', t('encounter.port'), (slot) => (
            <BoundPlace slot={slot} label={t('encounter.port')} kinds={['port', 'station']} />
          )),
          exceptionField<Encounter, 'to'>('to', t('encounter.to'), (slot) => (
            <BoundPlace slot={slot} label={t('encounter.to')} kinds={['city', 'port']} />
          )),
        ]}
      />
    </div>
  );
}
