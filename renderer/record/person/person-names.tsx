/** Names of a person: as they say it themselves, and every other way a paper writes it. */
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { Person, PersonName } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { focusWhenThere } from '#renderer/record/focus-when-there.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { type Scope, scopeOf, slotOf } from '#renderer/record/slot.ts';
import { useField, useSetValue } from '#renderer/store/use-field.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { splitNames } from './name-parts.ts';

/** The name to type into: the person's own, else any. */
export function ownName(person: Person): PersonName | undefined {
  const names = Object.values(person.names).sort((a, b) => (a.id < b.id ? -1 : 1));
  return names.find((name) => name.kind === 'own') ?? names[0];
}

/** Given names and surnames of one way of writing, typed as text and kept as parts. */
export function useNameFields(fileId: Id, personId: Id, name: PersonName) {
  const path = ['people', personId, 'names', name.id];
  const toValue = (text: string) => ({ ok: true as const, value: splitNames(text) });
  const given = useField({
    fileId,
    path: [...path, 'given'],
    value: name.given.join(' '),
    label: 'person.changed',
    toValue,
  });
  const surnames = useField({
    fileId,
    path: [...path, 'surnames'],
    value: name.surnames.join(' '),
    label: 'person.changed',
    toValue,
  });
  return { given, surnames };
}

/** Names as papers write them; each with the paper. */
export function WrittenNames({ scope }: { readonly scope: Scope<Person> }): ReactNode {
  const t = useT();
  const setValue = useSetValue(scope.fileId);
  const own = ownName(scope.record);
  const written = Object.values(scope.record.names)
    .filter((name) => name.id !== own?.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

  function add(): void {
    const name: PersonName = {
      id: newId(),
      given: own?.given ?? [],
      surnames: own?.surnames ?? [],
      kind: 'asWritten',
      writtenOn: '',
      paperId: null,
      surnameFirst: false,
    };
    void setValue([...scope.path, 'names', name.id], name, 'person.changed').then(() =>
      focusWhenThere(`[data-item="${name.id}"] input`),
    );
  }

  return (
    <div className="person-written">
      {written.map((name) => (
        <WrittenName key={name.id} scope={scope} name={name} />
      ))}
      <div className="r-row">
        <Button size="sm" variant="quiet" leftIcon="add" onClick={add}>
          {t('family.addWritten')}
        </Button>
      </div>
    </div>
  );
}

function WrittenName({ scope, name }: { readonly scope: Scope<Person>; readonly name: PersonName }): ReactNode {
  const t = useT();
  const setValue = useSetValue(scope.fileId);
  const { given, surnames } = useNameFields(scope.fileId, scope.record.id, name);
  const path = [...scope.path, 'names', name.id];
  return (
    <div className="person-written-line" data-item={name.id}>
      <TextField {...given.props} label={t('family.given')} problem={given.problem} />
      <TextField {...surnames.props} label={t('family.surnames')} problem={surnames.problem} />
      <PlainText
        slot={slotOf(scopeOf(scope.fileId, path, name, 'person.changed'), 'writtenOn')}
        label={t('family.writtenOn')}
      />
      <IconButton
        label={t('family.removeWritten')}
        icon="close"
        onClick={() => void setValue(path, undefined, 'person.changed')}
      />
    </div>
  );
}
