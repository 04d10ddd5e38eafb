/** A-numbers of a person: the one that counts, and earlier ones with the paper each stands on. */
import type { ReactNode } from 'react';
import { formatANumber } from '#shared/domain/format.ts';
import type { Id } from '#shared/domain/base.ts';
import type { Person } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { ANumberField, currentANumber, useANumber } from '#renderer/record/person/a-number-field.tsx';
import { useSetValue } from '#renderer/store/use-field.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Mono } from '#renderer/ui/text.tsx';

export function ANumberList(props: { readonly fileId: Id; readonly person: Person }): ReactNode {
  const t = useT();
  const { fileId, person } = props;
  const number = useANumber(fileId, person);
  const setValue = useSetValue(fileId);
  const current = currentANumber(person);
  const replaced = Object.values(person.aNumbers).filter((one) => one.replaced);
  return (
    <>
      <div className="r-pair">
        <ANumberField fileId={fileId} person={person} number={number} />
        {current === undefined ? null : (
          <PlainText
            slot={{
              fileId,
              path: ['people', person.id, 'aNumbers', current.id, 'writtenOn'],
              value: current.writtenOn,
              act: 'person.changed',
            }}
            label={t('client.person.aNumberPaper')}
          />
        )}
      </div>
      {current === undefined ? null : (
        <Checkbox
          label={t('client.person.aNumberReplaced')}
          checked={false}
          onChange={(checked) =>
            void setValue(['people', person.id, 'aNumbers', current.id, 'replaced'], checked, 'person.changed')
          }
        />
      )}
      {replaced.map((one) => (
        <div className="r-row" key={one.id}>
          <Mono>{formatANumber(one.digits)}</Mono>
          <span className="a-muted">{one.writtenOn}</span>
          <Checkbox
            label={t('client.person.aNumberReplaced')}
            checked
            onChange={(checked) =>
              void setValue(['people', person.id, 'aNumbers', one.id, 'replaced'], checked, 'person.changed')
            }
          />
        </div>
      ))}
    </>
  );
}
