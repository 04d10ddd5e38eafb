/** A way to reach somebody, with its safety rule. */
import type { ReactNode } from 'react';
import type { Answer, PartialDate } from '#shared/domain/base.ts';
import type { Channel } from '#shared/domain/hearing.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundSelect, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { pendingName, slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import type { FormProps } from './form-props.ts';

export const channelKinds = ['whatsapp', 'phone', 'messenger', 'relative', 'shelter', 'email', 'other'] as const;

export function ChannelForm({ scope, people }: FormProps<Channel>): ReactNode {
  const t = useT();
  const tested = slotOf(scope, 'testedOn');
  const { write: writeTested } = useBound(tested);
  const preferred = useBound(slotOf(scope, 'preferred'));
  const testedOn: Answer<PartialDate> =
    tested.value === null ? { status: 'notAsked' } : { status: 'answered', value: tested.value };
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-three">
        <BoundSelect
          slot={slotOf(scope, 'kind')}
          label={t('contact.kindLabel')}
          options={channelKinds.map((value) => ({ value, label: t(`contact.kind.${value}`) }))}
        />
        <PlainText slot={slotOf(scope, 'address')} label={t('contact.address')} />
        <PlainText slot={slotOf(scope, 'whose')} label={t('contact.whose')} />
      </div>
      <div className="r-three">
        <PlainText slot={slotOf(scope, 'when')} label={t('contact.when')} />
        <PlainText slot={slotOf(scope, 'answersAs')} label={t('contact.answersAs')} />
        <DateField
          label={t('contact.testedOn')}
          value={testedOn}
          onChange={(answer) => writeTested(answer.status === 'answered' ? answer.value : null)}
          data-slot={pendingName(tested)}
        />
      </div>
      <BoundYesNo slot={slotOf(scope, 'safeToNameOffice')} label={t('contact.safe')} />
      <BoundYesNo slot={slotOf(scope, 'works')} label={t('contact.works')} />
      <div className="r-row">
        <Checkbox label={t('contact.preferred')} checked={preferred.value} onChange={preferred.write} />
        <TakeBack scope={scope} label={t('contact.remove')} />
      </div>
    </div>
  );
}
