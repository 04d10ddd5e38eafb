import { Autocomplete, isOptionsGroup, type OptionsFilter } from '@mantine/core';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { type Answer, answered, type Place } from '#shared/domain/base.ts';
import { formatPlace } from '#shared/domain/format.ts';
import { placeFits, portNamedIn } from '#shared/reference/place-search.ts';
import { placeByCode, placeCountry, placeLabel, placesOfKind } from '#shared/reference/places.ts';
import type { PlaceEntry } from '#shared/reference/types.ts';
import { describedBy, FieldFrame } from './field.tsx';
import { NoAnswerPicker } from './no-answers.tsx';
import { usePending } from './pending.ts';
import type { Problem } from './problem.ts';
import { comboboxClasses, listProps } from './select-field.tsx';

export type PlaceKind = 'port' | 'station' | 'city' | 'court' | 'hearingFacility';

interface PlaceFieldProps {
  readonly label: string;
  readonly value: Answer<Place>;
  readonly onChange: (answer: Answer<Place>) => void;
  /** Which kinds of known places are offered; free words are always allowed. */
  readonly kinds?: readonly PlaceKind[];
  /** Asks in which country a place of free words lies: the place of signing decides a clause. */
  readonly askCountry?: boolean;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly 'data-slot'?: string;
}

const everyKind: readonly PlaceKind[] = ['port', 'city', 'station', 'court'];

/**
 * The place that a text names: a known one by its label, a port also by its everyday name where ports are offered,
 * otherwise the words as typed.
 */
export function readPlace(
  text: string,
  known: readonly { code: string; label: string }[],
  before: Place | null,
): Place {
  const port = portNamedIn(text);
  const match = known.find((one) => one.code === port || one.label.toLocaleLowerCase() === text.toLocaleLowerCase());
  if (match) return { code: match.code, text: '', country: placeCountry(match.code) };
  return { code: null, text, country: before?.code === null ? before.country : null };
}

/** A known port, station, city or court, or free words ("a house near the bus station"). */
export function PlaceField(props: PlaceFieldProps) {
  const { label, value, onChange, kinds = everyKind, askCountry = false, help, problem } = props;
  const id = useId();
  const t = useT();
  const language = useLanguage();
  const kept = value.status === 'answered' ? value.value : null;
  const shown = kept === null ? '' : formatPlace(kept, language);
  const [text, setText] = useState(shown);
  const isTyping = useRef(false);
  const kindList = kinds.join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds are compared by content
  const known = useMemo(
    () =>
      placesOfKind(kinds as readonly PlaceEntry['kind'][]).map((entry) => ({
        code: entry.code,
        label: placeLabel(entry.code, language),
      })),
    [kindList, language],
  );

  const filter: OptionsFilter = ({ options, search, limit }) => {
    const codes = new Map(known.map((one) => [one.label, one.code]));
    const fits = (name: string): boolean => {
      const entry = placeByCode(codes.get(name) ?? '');
      return entry !== null && placeFits(entry, search);
    };
    return options.filter((option) => !isOptionsGroup(option) && fits(option.label)).slice(0, limit);
  };

  const isFirst = useRef(true);
  const pending = usePending(label, props['data-slot'], (found) => {
    if (typeof found !== 'string' || found === shown) return;
    isTyping.current = true;
    setText(found);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new kept place matters
  useEffect(() => {
    if (isTyping.current) return;
    setText(shown);
    if (!isFirst.current) pending.drop();
    isFirst.current = false;
  }, [shown]);

  function keep(next: string): void {
    isTyping.current = false;
    const trimmed = next.trim();
    if (trimmed === shown) pending.drop();
    else if (trimmed === '') onChange({ status: 'notAsked' });
    else onChange(answered(readPlace(trimmed, known, kept)));
  }

  return (
    <FieldFrame
      label={label}
      help={help}
      problem={problem}
      htmlFor={id}
      aside={
        <NoAnswerPicker
          label={label}
          value={value}
          onChange={(answer) => {
            isTyping.current = false;
            setText('');
            pending.drop();
            onChange(answer);
          }}
        />
      }
    >
      <div className="a-control">
        <Autocomplete
          id={id}
          className="a-grow"
          data={[...new Set(known.map((one) => one.label))]}
          value={text}
          onChange={(next) => {
            isTyping.current = true;
            setText(next);
            pending.keep(next);
          }}
          onOptionSubmit={keep}
          onBlur={() => keep(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep(text);
          }}
          limit={12}
          filter={filter}
          {...listProps}
          classNames={comboboxClasses}
          data-slot={pending.slot}
          {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
        />
        {askCountry && kept !== null && kept.code === null && (
          <select
            className="a-precision"
            aria-label={t('place.countryOf', { label })}
            value={kept.country ?? ''}
            onChange={(event) =>
              onChange(
                answered({
                  ...kept,
                  country: event.target.value === '' ? null : (event.target.value as 'US' | 'MX' | 'other'),
                }),
              )
            }
          >
            <option value="">{t('place.countryUnknown')}</option>
            <option value="US">{t('place.unitedStates')}</option>
            <option value="MX">{t('place.mexico')}</option>
            <option value="other">{t('place.otherCountry')}</option>
          </select>
        )}
      </div>
    </FieldFrame>
  );
}
