/** What a person is to another of the family; stored once, whichever side it is entered from. */
import type { ReactNode } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Kinship, relativesOf } from '#shared/domain/people.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { useChosen } from '#renderer/record/use-chosen.ts';
import { useChangeCase } from '#renderer/store/change-case.ts';
import { newId, recordedNow, useSession } from '#renderer/store/use-store.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { relationChanges } from './family-edits.ts';

export const kinships = [
  'child',
  'parent',
  'spouse',
  'partner',
  'sibling',
  'grandparent',
  'grandchild',
  'auntUncle',
  'nieceNephew',
  'cousin',
  'guardian',
  'ward',
  'other',
] as const satisfies readonly Kinship[];

export function RelationField(props: {
  readonly file: CaseFile;
  readonly person: NamedPerson;
  readonly other: NamedPerson;
}): ReactNode {
  const t = useT();
  const change = useChangeCase(props.file.id);
  const session = useSession();
  const { file, person, other } = props;
  const present = relativesOf(file, other.id).find((relative) => relative.person.id === person.id);
  const recorded = present?.kinship ?? null;
  const { value: chosen, choose } = useChosen<Kinship | null>(recorded, recorded);

  function relate(value: string | null): void {
    const kinship = kinships.find((one) => one === value) ?? null;
    const pair = { personId: person.id, otherId: other.id };
    const made = { id: newId(), recorded: recordedNow(session) };
    void choose(kinship, () => change('relation.changed', (now) => relationChanges(now, pair, kinship, made)));
  }

  return (
    <SelectField
      label={t('family.relation', { name: other.name })}
      value={chosen}
      clearable
      placeholder={t('family.relationNone')}
      options={kinships.map((kinship) => ({ value: kinship, label: t(`family.kinship.${kinship}`) }))}
      onChange={relate}
    />
  );
}
