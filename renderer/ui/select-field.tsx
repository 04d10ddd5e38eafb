import { type ComboboxItem, isOptionsGroup, MultiSelect, type OptionsFilter, Select } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { foldText } from '#shared/search/fold.ts';
import { describedBy, FieldFrame } from './field.tsx';
import { NativeSelectField } from './native-select-field.tsx';
import type { Problem } from './problem.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly group?: string;
}

export interface SelectFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string | null) => void;
  readonly clearable?: boolean;
  readonly searchable?: boolean;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly aside?: ReactNode;
}

export const comboboxClasses = {
  input: 'a-input',
  dropdown: 'a-dropdown',
  options: 'a-options',
  option: 'a-option',
} as const;

/** The list stays beside its field in the page, and scrolls by itself: its input is the one that has the focus. */
export const listProps = {
  withScrollArea: false,
  // A list that scrolls would be a stop of the Tab key of its own, and closes as soon as it is reached.
  attributes: { options: { tabIndex: -1 } },
  comboboxProps: { withinPortal: false, floatingStrategy: 'fixed', transitionProps: { duration: 0 } },
} as const;

/** Accents, apostrophes and case do not count: "qanj" finds Qʼanjobʼal. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const squeeze = (text: string): string => foldText(text).replaceAll(' ', '');
  const wanted = squeeze(search);
  const fits = (item: ComboboxItem): boolean => squeeze(item.label).includes(wanted);
  return options
    .map((option) => (isOptionsGroup(option) ? { ...option, items: option.items.filter(fits) } : option))
    .filter((option) => (isOptionsGroup(option) ? option.items.length > 0 : fits(option)))
    .slice(0, limit);
};

function grouped(options: readonly Option[]) {
  if (!options.some((option) => option.group)) return [...options];
  const groups = [...new Set(options.map((option) => option.group ?? ''))];
  return groups.map((group) => ({ group, items: options.filter((option) => (option.group ?? '') === group) }));
}

/** One of a list. Long lists are searched by typing. */
export function SelectField(props: SelectFieldProps) {
  const id = useId();
  const t = useT();
  if (!props.searchable) return <NativeSelectField {...props} />;
  const { label, value, options, onChange, clearable = false, placeholder, help, problem, aside } = props;
  return (
    <FieldFrame label={label} help={help} problem={problem} htmlFor={id} aside={aside}>
      <Select
        id={id}
        searchable
        filter={foldedFilter}
        selectFirstOptionOnChange
        // Tab takes the marked option as Enter does; otherwise what was typed would vanish.
        autoSelectOnBlur
        // The option that stands is marked too: passing through the field must not take it away.
        allowDeselect={false}
        data={grouped(options)}
        value={value}
        onChange={(next) => onChange(next)}
        clearable={clearable}
        clearButtonProps={{ 'aria-label': t('ui.clear') }}
        placeholder={placeholder}
        nothingFoundMessage={t('ui.noMatch')}
        {...listProps}
        withCheckIcon={false}
        classNames={comboboxClasses}
        {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
      />
    </FieldFrame>
  );
}

interface MultiSelectFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (value: string[]) => void;
  readonly placeholder?: string;
  readonly help?: ReactNode;
  readonly problem?: Problem | string | null;
  readonly aside?: ReactNode;
}

/** Any number of a list, searched by typing. */
export function MultiSelectField(props: MultiSelectFieldProps) {
  const id = useId();
  const t = useT();
  const { label, value, options, onChange, placeholder, help, problem, aside } = props;
  const [search, setSearch] = useState('');
  return (
    <FieldFrame label={label} help={help} problem={problem} htmlFor={id} aside={aside}>
      <MultiSelect
        id={id}
        searchable
        filter={foldedFilter}
        searchValue={search}
        onSearchChange={setSearch}
        // Enter takes the first match of what was typed, and nothing where nothing was typed.
        selectFirstOptionOnChange={search !== ''}
        data={grouped(options)}
        value={[...value]}
        onChange={onChange}
        placeholder={value.length === 0 ? placeholder : undefined}
        nothingFoundMessage={t('ui.noMatch')}
        {...listProps}
        classNames={{ ...comboboxClasses, input: 'a-input a-multi', pill: 'a-pill' }}
        {...describedBy(id, { help: help !== undefined, problem: Boolean(problem) })}
      />
    </FieldFrame>
  );
}
