/**
 * What is different for one person of a fact that was entered once for several: only the field that differs is kept,
 * so that a correction of the common fact still reaches everybody.
 */
import { type ReactNode, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { FactLike } from './fact-head.tsx';
import type { NamedPerson } from './names.ts';
import type { Scope, Slot } from './slot.ts';

export interface ExceptionField<T> {
  readonly key: keyof T & string;
  readonly label: string;
  /** The field's own control, bound to the person's value instead of the common one. */
  readonly render: (slot: Slot<never>) => ReactNode;
}

/** Makes the definition of a field that may differ, typed by the record. */
export function exceptionField<T, K extends keyof T & string>(
  key: K,
  label: string,
  render: (slot: Slot<T[K]>) => ReactNode,
): ExceptionField<T> {
  return { key, label, render: (slot) => render(slot as unknown as Slot<T[K]>) };
}

interface ExceptionsProps<T> {
  readonly scope: Scope<T>;
  readonly people: readonly NamedPerson[];
  readonly fields: readonly ExceptionField<T>[];
}

export function Exceptions<T extends FactLike>({ scope, people, fields }: ExceptionsProps<T>): ReactNode {
  const t = useT();
  const setValue = useSetValue(scope.fileId);
  const about = people.filter((person) => scope.record.about.includes(person.id));
  const given = Object.entries(scope.record.exceptions).flatMap(([personId, values]) =>
    Object.keys(values).map((key) => ({ personId, key })),
  );
  if (about.length < 2 && given.length === 0) return null;

  // Each difference by itself: another one may be on its way to the disk.
  function write(personId: Id, key: string, value: unknown): void {
    void setValue([...scope.path, 'exceptions', personId, key], value, scope.act);
  }

  return (
    <details className="r-details" open={given.length > 0 || undefined}>
      <summary>{t('record.exceptions.title')}</summary>
      <div className="r-stack">
        {given.map(({ personId, key }) => {
          const field = fields.find((one) => one.key === key);
          const name = people.find((person) => person.id === personId)?.name ?? '';
          if (field === undefined) return null;
          const slot: Slot<never> = {
            fileId: scope.fileId,
            path: [...scope.path, 'exceptions', personId, key],
            value: scope.record.exceptions[personId]?.[key] as never,
            act: scope.act,
          };
          return (
            <div className="r-exception" key={`${personId}/${key}`}>
              <span className="r-item-name">{name}</span>
              <div className="r-grow">{field.render(slot)}</div>
              <IconButton
                icon="close"
                label={t('record.exceptions.remove')}
                onClick={() => write(personId, key, undefined)}
              />
            </div>
          );
        })}
        <NewException
          people={about}
          fields={fields}
          onAdd={(personId, key) => write(personId, key, scope.record[key as keyof T])}
        />
      </div>
    </details>
  );
}

function NewException<T>(props: {
  readonly people: readonly NamedPerson[];
  readonly fields: readonly ExceptionField<T>[];
  readonly onAdd: (personId: Id, key: string) => void;
}): ReactNode {
  const t = useT();
  const [personId, setPersonId] = useState<string | null>(null);
  const [key, setKey] = useState<string | null>(null);
  return (
    <div className="r-three r-end">
      <SelectField
        label={t('record.exceptions.person')}
        value={personId}
        options={props.people.map((person) => ({ value: person.id, label: person.name }))}
        onChange={setPersonId}
      />
      <SelectField
        label={t('record.exceptions.field')}
        value={key}
        options={props.fields.map((field) => ({ value: field.key, label: field.label }))}
        onChange={setKey}
      />
      <Button
        size="sm"
        leftIcon="add"
        disabled={personId === null || key === null}
        onClick={() => {
          if (personId !== null && key !== null) props.onAdd(personId, key);
          setKey(null);
        }}
      >
        {t('record.exceptions.add')}
      </Button>
    </div>
  );
}
