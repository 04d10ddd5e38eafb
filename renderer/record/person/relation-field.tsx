/** What a person is to another of the family; stored once, whichever side it is entered from. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type Kinship, relativesOf } from '#shared/domain/people.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { newId, recordedNow, useCommit, useSession } from '#renderer/store/use-store.tsx';
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
  const commit = useCommit();
  const session = useSession();
  const { file, person, other } = props;
  const present = relativesOf(file, other.id).find((relative) => relative.person.id === person.id);
  const recorded = present?.kinship ?? null;
  // Whoever types the first letters of a choice makes it once for each of them, before the page has heard of the first:
  // the choice is on screen at once, and the id that was made is remembered.
  const [chosen, setChosen] = useState<{ readonly kinship: Kinship | null } | null>(null);
  const madeId = useRef<Id | null>(null);
  useEffect(() => {
    setChosen(null);
    if (recorded !== null) madeId.current = null;
  }, [recorded]);

  function choose(value: string | null): void {
    const kinship = kinships.find((one) => one === value) ?? null;
    setChosen({ kinship });
    const pair = { personId: person.id, otherId: other.id };
    const isSent = madeId.current !== null;
    const id: Id = madeId.current ?? newId();
    if (kinship !== null) madeId.current = id;
    const changes = relationChanges(file, pair, kinship, { id, isSent, recorded: recordedNow(session) });
    if (changes.length > 0) void commit({ label: 'relation.changed', edits: [{ fileId: file.id, changes }] });
  }

  return (
    <SelectField
      label={t('family.relation', { name: other.name })}
      value={chosen === null ? recorded : chosen.kinship}
      clearable
      placeholder={t('family.relationNone')}
      options={kinships.map((kinship) => ({ value: kinship, label: t(`family.kinship.${kinship}`) }))}
      onChange={choose}
    />
  );
}
