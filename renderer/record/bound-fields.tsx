/**
 * Fields of the kit bound to a slot of a record: what is chosen or typed is committed as one value of the file.
 * A form is a list of these; none renders the form again while somebody types.
 */
import type { ReactNode } from 'react';
import type { Answer, Id, NoAnswer, PartialDate, Place } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { ChoiceField } from '#renderer/ui/choice-field.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { AnswerLanguageField } from '#renderer/ui/language-field.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { AboutField } from '#renderer/ui/person-picker.tsx';
import { PlaceField, type PlaceKind } from '#renderer/ui/place-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { pendingName, type Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface BoundProps<V> {
  readonly slot: Slot<V>;
  readonly label: string;
  readonly help?: string;
}

export function BoundChoice<V extends string>(
  props: BoundProps<Answer<V>> & {
    readonly options: readonly Option<V>[];
    readonly noAnswers?: readonly NoAnswer[];
    readonly aside?: ReactNode;
  },
): ReactNode {
  const { value, write } = useBound(props.slot);
  return (
    <div className="r-choice">
      <ChoiceField<V>
        label={props.label}
        help={props.help}
        options={props.options}
        value={value}
        onChange={write}
        noAnswers={props.noAnswers}
      />
      {props.aside}
    </div>
  );
}

/** Yes or No; `yes` and `no` reword them where the plain words would be unclear ("The officer did not ask"). */
export function BoundYesNo(
  props: BoundProps<Answer<'yes' | 'no'>> & { readonly yes?: string; readonly no?: string; readonly aside?: ReactNode },
): ReactNode {
  const t = useT();
  return (
    <BoundChoice
      slot={props.slot}
      label={props.label}
      help={props.help}
      aside={props.aside}
      options={[
        { value: 'yes', label: props.yes ?? t('record.yes') },
        { value: 'no', label: props.no ?? t('record.no') },
      ]}
    />
  );
}

export function BoundDate(props: BoundProps<Answer<PartialDate>>): ReactNode {
  const { slot, label, help } = props;
  const { value, write } = useBound(slot);
  return <DateField label={label} help={help} value={value} onChange={write} data-slot={pendingName(slot)} />;
}

export function BoundTime(props: BoundProps<Answer<string>> & { readonly suffix?: ReactNode }): ReactNode {
  const { slot, label, help, suffix } = props;
  const { value, write } = useBound(slot);
  return (
    <TimeField label={label} help={help} suffix={suffix} value={value} onChange={write} data-slot={pendingName(slot)} />
  );
}

/** A count, or hours where halves are allowed. */
export function BoundNumber(
  props: BoundProps<Answer<number>> & { readonly unit: string; readonly max?: number; readonly decimals?: boolean },
): ReactNode {
  const { slot, label, unit, max, decimals } = props;
  const { value, write } = useBound(slot);
  return (
    <NumberField
      label={label}
      value={value}
      onChange={write}
      unit={unit}
      max={max}
      decimals={decimals}
      data-slot={pendingName(slot)}
    />
  );
}

export function BoundPlace(props: BoundProps<Answer<Place>> & { readonly kinds?: readonly PlaceKind[] }): ReactNode {
  const { slot, label, kinds } = props;
  const { value, write } = useBound(slot);
  return <PlaceField label={label} value={value} onChange={write} kinds={kinds} data-slot={pendingName(slot)} />;
}

/** A language as an answer; clearing it means that nobody has asked yet. */
export function BoundLanguage(props: BoundProps<Answer<string>>): ReactNode {
  const { value, write } = useBound(props.slot);
  return <AnswerLanguageField label={props.label} value={value} onChange={write} />;
}

/** A value that always has one (a kind, a basis): no "not asked" beside it. */
export function BoundSelect<V extends string>(
  props: BoundProps<V> & { readonly options: readonly Option<V>[] },
): ReactNode {
  const { value, write } = useBound(props.slot);
  return (
    <SelectField
      label={props.label}
      value={value}
      options={props.options}
      onChange={(next) => {
        const chosen = props.options.find((option) => option.value === next);
        if (chosen !== undefined) write(chosen.value);
      }}
    />
  );
}

/** Whom a fact is about: any people of the case. */
export function BoundAbout(
  props: BoundProps<Id[]> & { readonly people: readonly { readonly id: Id; readonly name: string }[] },
): ReactNode {
  const { value, write } = useBound(props.slot);
  return <AboutField label={props.label} people={props.people} value={value} onChange={(next) => write([...next])} />;
}
