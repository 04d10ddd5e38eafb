/** Copies languages and nationality of the first person when the user says that they are the same. */
import type { ReactNode } from 'react';
import type { Person } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import type { Scope } from '#renderer/record/slot.ts';
import { useOnce } from '#renderer/record/use-once.ts';
import { newId, useCommit } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';

export function SameAsFirst(props: { readonly scope: Scope<Person>; readonly first: NamedPerson }): ReactNode {
  const t = useT();
  const commit = useCommit();
  const { scope, first } = props;
  const isOpen =
    Object.keys(scope.record.languages).length === 0 && Object.keys(scope.record.nationalities).length === 0;
  const languages = Object.values(first.person.languages);
  const nationalities = Object.values(first.person.nationalities);
  const once = useOnce(isOpen ? ['same'] : []);
  if (!isOpen || languages.length + nationalities.length === 0) return null;

  function copy(): void {
    const changes = [
      ...languages.map((skill) => {
        const id = newId();
        return { path: [...scope.path, 'languages', id], value: { ...skill, id } };
      }),
      ...nationalities.map((one) => {
        const id = newId();
        return { path: [...scope.path, 'nationalities', id], value: { ...one, id, paper: '' } };
      }),
    ];
    once('same', () => commit({ label: 'person.changed', edits: [{ fileId: scope.fileId, changes }] }));
  }
  return (
    <Button size="sm" variant="quiet" leftIcon="copy" onClick={copy}>
      {t('family.sameAs', { name: first.name })}
    </Button>
  );
}
