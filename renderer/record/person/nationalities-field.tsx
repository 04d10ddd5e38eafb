/** Nationalities of a person, any number; the paper that shows each is written beside it on the person's page. */
import type { ReactNode } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Person } from '#shared/domain/person.ts';
import { countries, countryLabel } from '#shared/reference/countries.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Scope } from '#renderer/record/slot.ts';
import { useChosen } from '#renderer/record/use-chosen.ts';
import { useChangeCase } from '#renderer/store/change-case.ts';
import type { Change } from '#renderer/store/contract.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { MultiSelectField } from '#renderer/ui/select-field.tsx';

export function NationalitiesField({ scope }: { readonly scope: Scope<Person> }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const change = useChangeCase(scope.fileId);
  const recorded = Object.values(scope.record.nationalities).map((one) => one.country);
  const { value, choose } = useChosen<readonly string[]>(recorded, recorded.join());

  /** What leads from the nationalities that a person has now to these. */
  function changes(now: CaseFile, codes: readonly string[]): Change[] {
    const present = Object.values(now.people[scope.record.id]?.nationalities ?? {});
    const removed = present
      .filter((one) => !codes.includes(one.country))
      .map((one) => ({ path: [...scope.path, 'nationalities', one.id], value: undefined }));
    const added = codes
      .filter((code) => !present.some((one) => one.country === code))
      .map((country) => {
        const id = newId();
        return { path: [...scope.path, 'nationalities', id], value: { id, country, paper: '' } };
      });
    return [...removed, ...added];
  }

  return (
    <MultiSelectField
      label={t('family.nationalities')}
      value={value}
      options={countries.map((entry) => ({ value: entry.code, label: countryLabel(entry.code, language) }))}
      onChange={(codes) => void choose(codes, () => change('person.changed', (now) => changes(now, codes)))}
    />
  );
}
