/** One person of an intake: two dense lines, typed from left to right; leaving a field saves it. */
import { type ReactNode, useEffect } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { PersonName } from '#shared/domain/person.ts';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundAnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { BoundDate } from '#renderer/record/bound-fields.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import type { NamedPerson } from '#renderer/record/names.ts';
import { ANumberField, useANumber } from '#renderer/record/person/a-number-field.tsx';
import { LanguagesField } from '#renderer/record/person/languages-field.tsx';
import { NationalitiesField } from '#renderer/record/person/nationalities-field.tsx';
import { useNameFields, WrittenNames } from '#renderer/record/person/person-names.tsx';
import { RelationField } from '#renderer/record/person/relation-field.tsx';
import { scopeOf, slotOf } from '#renderer/record/slot.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { SameAsFirst } from './same-as-first.tsx';

/** What is typed about a person right now, for the duplicate check. */
export interface Typed {
  readonly personId: string;
  readonly name: string;
  readonly aNumber: string;
  /** As stored, for the comparison, and as shown. */
  readonly birth: string;
  readonly birthShown: string;
}

interface PersonRowProps {
  readonly file: CaseFile;
  readonly person: NamedPerson;
  readonly name: PersonName;
  readonly index: number;
  readonly first: NamedPerson;
  readonly onTyped: (typed: Typed) => void;
  readonly onRemove: (() => void) | null;
}

export function PersonRow(props: PersonRowProps): ReactNode {
  const t = useT();
  const { file, person, first, index, onTyped } = props;
  const scope = scopeOf(file.id, ['people', person.id], person.person, 'person.changed');
  const birthScope = scopeOf(file.id, [...scope.path, 'birth'], person.person.birth, 'person.changed');
  const { given, surnames } = useNameFields(file.id, person.id, props.name);
  const number = useANumber(file.id, person.person);
  const language = useLanguage();
  const born = valueOf(person.person.birth.date);
  const birth = born?.value ?? '';
  const birthShown = born === undefined ? '' : formatPartialDate(born, language, 'table');
  const name = `${given.text} ${surnames.text}`.trim();

  useEffect(() => {
    onTyped({ personId: person.id, name, aNumber: number.field.text, birth, birthShown });
  }, [onTyped, person.id, name, number.field.text, birth, birthShown]);

  return (
    <li className="family-person" data-person={person.id} aria-label={t('family.personN', { n: index + 1 })}>
      <div className="family-person-mark">
        <span aria-hidden="true">{index + 1}</span>
        {props.onRemove === null ? null : (
          <IconButton label={t('family.removePerson')} icon="remove" onClick={props.onRemove} />
        )}
      </div>
      <div className="family-person-fields">
        <div className="family-line family-line-names">
          <TextField {...given.props} label={t('family.given')} problem={given.problem} autoFocus={index === 0} />
          <TextField {...surnames.props} label={t('family.surnames')} problem={surnames.problem} />
          <ANumberField fileId={file.id} person={person.person} number={number} />
          <BoundDate slot={slotOf(birthScope, 'date')} label={t('family.born')} />
        </div>
        <div className="family-line">
          {person.id === first.id ? null : <RelationField file={file} person={person} other={first} />}
          <BoundAnswerSelect
            slot={slotOf(scope, 'gender')}
            label={t('family.gender')}
            options={(['female', 'male', 'other'] as const).map((value) => ({
              value,
              label: t(`family.genderIs.${value}`),
            }))}
          />
          <NationalitiesField scope={scope} />
          <BoundAnswerSelect
            slot={slotOf(scope, 'canRead')}
            label={t('family.canRead')}
            options={(['yes', 'some', 'no'] as const).map((value) => ({
              value,
              label: t(`family.canReadIs.${value}`),
            }))}
          />
          {name === '' || person.person.description !== '' ? (
            <PlainText
              slot={slotOf(scope, 'description')}
              label={t('family.description')}
              placeholder={t('family.descriptionExample')}
            />
          ) : null}
        </div>
        <div className="family-line-last">
          <LanguagesField scope={scope} />
          {person.id === first.id ? null : <SameAsFirst scope={scope} first={first} />}
          <WrittenNames scope={scope} />
        </div>
      </div>
    </li>
  );
}
