import type { Id } from '#shared/domain/base.ts';
import { GroupFrame } from './field.tsx';

interface AboutFieldProps {
  readonly label: string;
  readonly people: readonly { readonly id: Id; readonly name: string }[];
  readonly value: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
  readonly help?: string;
}

/** Whom a fact is about: it is entered once and is true of everybody marked here. */
export function AboutField({ label, people, value, onChange, help }: AboutFieldProps) {
  return (
    <GroupFrame label={label} help={help}>
      <div className="a-about">
        {people.map((person) => (
          <label key={person.id}>
            <input
              type="checkbox"
              checked={value.includes(person.id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, person.id] : value.filter((id) => id !== person.id))
              }
            />
            <span>{person.name}</span>
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}
