/** Nationalities of a person, any number; the paper that shows each is written beside it on the person's page. */
import type { ReactNode } from 'react';
import type { Person } from '#shared/domain/person.ts';
import { countries, countryLabel } from '#shared/reference/countries.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Scope } from '#renderer/record/slot.ts';
import { newId, useCommit } from '#renderer/store/use-store.tsx';
import { MultiSelectField } from '#renderer/ui/select-field.tsx';

export function NationalitiesField({ scope }: { readonly scope: Scope<Person> }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const commit = useCommit();
  const present = Object.values(scope.record.nationalities);

  function choose(codes: readonly string[]): void {
    const removed = present
      .filter((one) => !codes.includes(one.country))
      .map((one) => ({ path: [...scope.path, 'nationalities', one.id], value: undefined }));
    const added = codes
      .filter((code) => !present.some((one) => one.country === code))
      .map((country) => {
        const id = newId();
        return { path: [...scope.path, 'nationalities', id], value: { id, country, paper: '' } };
      });
    const changes = [...removed, ...added];
    if (changes.length > 0) void commit({ label: 'person.changed', edits: [{ fileId: scope.fileId, changes }] });
  }

  return (
    <MultiSelectField
      label={t('family.nationalities')}
      value={present.map((one) => one.country)}
      options={countries.map((entry) => ({ value: entry.code, label: countryLabel(entry.code, language) }))}
      onChange={choose}
    />
  );
}
