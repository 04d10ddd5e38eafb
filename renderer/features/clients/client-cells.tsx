import type { ReactNode } from 'react';
import { asKey, type Key, type Language, useT } from '#renderer/i18n/i18n.ts';
import type { ClientRow, SortKey } from '#renderer/store/contract.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import type { PartialDate } from '#shared/domain/base.ts';
import { formatANumber, formatPartialDate } from '#shared/domain/format.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { placeShort } from '#shared/reference/places.ts';

export interface Column {
  readonly id: string;
  readonly title: Key;
  readonly sort?: SortKey;
}

/** Columns in the order of the list. */
export const columns: readonly Column[] = [
  { id: 'name', title: 'clients.column.name', sort: 'name' },
  { id: 'aNumber', title: 'clients.column.aNumber' },
  { id: 'language', title: 'clients.column.language' },
  { id: 'place', title: 'clients.column.place', sort: 'place' },
  { id: 'port', title: 'clients.column.port' },
  { id: 'hearing', title: 'clients.column.hearing', sort: 'nextHearing' },
  { id: 'contact', title: 'clients.column.contact', sort: 'lastContact' },
  { id: 'flags', title: 'clients.column.flags' },
];

/** A stored date or instant (YYYY, YYYY-MM, YYYY-MM-DD…) as a table writes it. */
export function shortDate(stored: string, language: Language): string {
  const value = stored.slice(0, 10);
  if (value === '') return '';
  const precision: PartialDate['precision'] = value.length === 10 ? 'day' : value.length === 7 ? 'month' : 'year';
  return formatPartialDate({ value, precision }, language, 'table');
}

/** A code of the reference, or the words that were typed. */
export function placeText(stored: string, language: Language): string {
  return placeShort(stored, language);
}

/** The A-number masked, or why there is none. */
export function ANumberCell({ row }: { readonly row: ClientRow }) {
  const t = useT();
  if (row.aNumber !== '') return <span className="a-mono">{formatANumber(row.aNumber, 'masked')}</span>;
  if (row.aNumberState === 'none') return <span className="a-muted">{t('clients.aNumber.none')}</span>;
  return (
    <span className="a-muted">
      {t(row.aNumberState === 'notAsked' ? 'clients.aNumber.notAsked' : 'clients.aNumber.unknown')}
    </span>
  );
}

export function FlagTags({ flags }: { readonly flags: readonly string[] }) {
  const t = useT();
  return (
    <>
      {flags.map((flag) => (
        <Tag key={flag} tone="warning" icon="flag">
          {t(asKey(`flags.${flag}`))}
        </Tag>
      ))}
    </>
  );
}

/** In a row: the first flag in words, the number of the others. */
function FlagCell({ flags }: { readonly flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <span className="c-flags">
      <FlagTags flags={flags.slice(0, 1)} />
      {flags.length > 1 && <span className="a-muted a-mono">+{flags.length - 1}</span>}
    </span>
  );
}

/** What stands in a column of a row. A plain function: a screen has hundreds of cells, and scrolling renders them all. */
export function cellOf(column: string, row: ClientRow, t: ReturnType<typeof useT>, language: Language): ReactNode {
  switch (column) {
    case 'name':
      return (
        <span className="c-who">
          <span className="c-name">{row.name || t('clients.noName', { number: row.officeNumber })}</span>
          {row.familySize > 1 && <span className="c-family">{t('clients.family', { count: row.familySize })}</span>}
        </span>
      );
    case 'aNumber':
      return <ANumberCell row={row} />;
    case 'language':
      return row.languages.map((tag) => languageLabel(tag, language)).join(', ');
    case 'place':
      return placeText(row.placeNow, language);
    case 'port':
      return placeText(row.port, language);
    case 'hearing':
      return shortDate(row.nextHearing, language);
    case 'contact':
      return shortDate(row.lastContact, language);
    default:
      return <FlagCell flags={row.flags} />;
  }
}
