/** An A-number as typed, with or without "A", spaces, dots or dashes; or, said explicitly, none yet. */
import type { ReactNode } from 'react';
import { parseANumber } from '#shared/domain/a-number.ts';
import { formatANumber } from '#shared/domain/format.ts';
import type { Id } from '#shared/domain/base.ts';
import type { Person } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { type Field, useField, useSetValue } from '#renderer/store/use-field.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useRef } from 'react';

/** The number that counts now: the first that was not replaced. */
export function currentANumber(person: Person): Person['aNumbers'][string] | undefined {
  return Object.values(person.aNumbers)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .find((number) => !number.replaced);
}

export interface ANumber {
  readonly field: Field;
  readonly onBlur: () => void;
}

/** Typed text of the A-number; leaving it commits the digits and that there is a number. */
export function useANumber(fileId: Id, person: Person): ANumber {
  const setValue = useSetValue(fileId);
  const fresh = useRef(newId());
  const present = currentANumber(person);
  const numberId = present?.id ?? fresh.current;
  const field = useField({
    fileId,
    path: ['people', person.id, 'aNumbers', numberId],
    value: present === undefined ? '' : formatANumber(present.digits),
    label: 'person.changed',
    toValue: (text) => {
      if (text.trim() === '') return { ok: true, value: undefined };
      const read = parseANumber(text);
      if (!read.ok) return read;
      return {
        ok: true,
        value: { id: numberId, digits: read.value, writtenOn: present?.writtenOn ?? '', replaced: false },
      };
    },
  });

  async function leave(): Promise<void> {
    const text = field.text.trim();
    const isReadable = text !== '' && parseANumber(text).ok;
    await field.commit();
    const state = isReadable ? 'has' : text === '' && person.aNumberState === 'has' ? 'notAsked' : null;
    if (state !== null && state !== person.aNumberState) {
      await setValue(['people', person.id, 'aNumberState'], state, 'person.changed');
    }
  }
  return { field, onBlur: () => void leave() };
}

export function ANumberField(props: {
  readonly fileId: Id;
  readonly person: Person;
  readonly number: ANumber;
}): ReactNode {
  const t = useT();
  const { person, number } = props;
  const state = useBound({
    fileId: props.fileId,
    path: ['people', person.id, 'aNumberState'],
    value: person.aNumberState,
    act: 'person.changed',
  });
  const hasNone = state.value === 'none' && number.field.text === '';
  return (
    <TextField
      {...number.field.props}
      onBlur={number.onBlur}
      label={t('family.aNumber')}
      inputMode="numeric"
      problem={number.field.problem}
      aside={
        <label className="person-none">
          <input
            type="checkbox"
            checked={hasNone}
            disabled={number.field.text !== ''}
            onChange={(event) => state.write(event.target.checked ? 'none' : 'notAsked')}
          />
          <span>{t('family.noneYet')}</span>
        </label>
      }
    />
  );
}
