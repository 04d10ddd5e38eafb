/** Languages of a person: what is spoken, understood and read are three things. */
import type { ReactNode } from 'react';
import type { LanguageSkill, Person } from '#shared/domain/person.ts';
import { languageByTag, languageLabel } from '#shared/reference/languages.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { type Scope, scopeOf, slotOf } from '#renderer/record/slot.ts';
import { useChangeCase } from '#renderer/store/change-case.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { languageOptions } from '#renderer/ui/language-options.ts';
import { MultiSelectField } from '#renderer/ui/select-field.tsx';

const levels = ['no', 'some', 'well'] as const;

export function LanguagesField({ scope }: { readonly scope: Scope<Person> }): ReactNode {
  const t = useT();
  const screen = useLanguage();
  const change = useChangeCase(scope.fileId);
  const skills = Object.values(scope.record.languages).sort(
    (a, b) => Number(b.best) - Number(a.best) || (a.id < b.id ? -1 : 1),
  );

  function add(tag: string | undefined): void {
    if (tag === undefined) return;
    const made: LanguageSkill = {
      id: newId(),
      tag,
      variety: '',
      best: false,
      speaks: 'well',
      understands: 'well',
      reads: 'notAsked',
    };
    void change('person.changed', (now) => {
      const known = Object.values(now.people[scope.record.id]?.languages ?? {});
      if (known.some((skill) => skill.tag === tag)) return [];
      return [{ path: [...scope.path, 'languages', made.id], value: { ...made, best: known.length === 0 } }];
    });
  }

  return (
    <div className="person-languages">
      {skills.map((skill) => (
        <SkillLine key={skill.id} scope={scope} skill={skill} />
      ))}
      <div className="person-language-add">
        {/* Empty again after each choice, ready for the next language. */}
        <MultiSelectField
          label={t('family.addLanguage')}
          value={[]}
          options={languageOptions(screen)}
          onChange={([tag]) => add(tag)}
        />
      </div>
    </div>
  );
}

function SkillLine({ scope, skill }: { readonly scope: Scope<Person>; readonly skill: LanguageSkill }): ReactNode {
  const t = useT();
  const screen = useLanguage();
  const setValue = useSetValue(scope.fileId);
  const path = [...scope.path, 'languages', skill.id];
  const name = languageLabel(skill.tag, screen);
  const isGroup = languageByTag(skill.tag)?.group ?? false;

  function level(key: 'speaks' | 'understands' | 'reads'): ReactNode {
    const choices = key === 'reads' ? [...levels, 'notAsked' as const] : levels;
    const label = t(`family.${key}`);
    return (
      <label className="person-level">
        <span aria-hidden="true">{label}</span>
        <select
          className="a-input a-select"
          aria-label={t('family.skillOf', { skill: label, language: name })}
          value={skill[key]}
          onChange={(event) => void setValue([...path, key], event.target.value, 'person.changed')}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`family.skill.${choice}`)}
            </option>
          ))}
        </select>
      </label>
    );
  }

  return (
    <div className="person-skill">
      <span className="person-skill-name">{name}</span>
      {level('speaks')}
      {level('understands')}
      {level('reads')}
      {isGroup || skill.variety !== '' ? (
        <PlainText
          slot={slotOf(scopeOf(scope.fileId, path, skill, 'person.changed'), 'variety')}
          label={t('family.variety')}
        />
      ) : null}
      <IconButton
        icon="close"
        label={t('family.removeLanguage', { language: name })}
        onClick={() => void setValue(path, undefined, 'person.changed')}
      />
    </div>
  );
}
