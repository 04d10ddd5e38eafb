/** One attempt to reach somebody: by which way, what came of it. */
import type { ReactNode } from 'react';
import type { Attempt } from '#shared/domain/hearing.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { SegmentedField } from '#renderer/ui/choice-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { FormProps } from './form-props.ts';

const results = ['answered', 'noAnswer', 'leftMessage', 'wrongPerson'] as const;

export function AttemptForm({ file, scope, people }: FormProps<Attempt>): ReactNode {
  const t = useT();
  const result = useBound(slotOf(scope, 'result'));
  const channelId = useBound(slotOf(scope, 'channelId'));
  const channels = liveFacts(file, 'channels');
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <SegmentedField
        label={t('contact.attempts')}
        value={result.value}
        options={results.map((value) => ({ value, label: t(`contact.result.${value}`) }))}
        onChange={result.write}
      />
      <div className="r-pair">
        <SelectField
          label={t('contact.attemptBy')}
          value={channelId.value}
          clearable
          options={channels.map((channel) => ({
            value: channel.id,
            label: [t(`contact.kind.${channel.kind}`), channel.whose || channel.address].filter(Boolean).join(', '),
          }))}
          onChange={channelId.write}
        />
        <PlainText slot={slotOf(scope, 'note')} label={t('contact.attemptNote')} />
      </div>
      <TakeBack scope={scope} label={t('contact.remove')} />
    </div>
  );
}
