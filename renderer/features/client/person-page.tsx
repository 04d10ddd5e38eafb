/** Everything of one person: names as each paper writes them, numbers, birth, languages, consents. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { Person } from '#shared/domain/person.ts';
import { isMinorOn } from '#shared/domain/people.ts';
import { countries, countryLabel } from '#shared/reference/countries.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundAnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { BoundDate, BoundPlace, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundText, PlainText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { Part } from '#renderer/record/fact-page.tsx';
import { type NamedPerson, ownLanguage } from '#renderer/record/names.ts';
import { useNow } from '#renderer/record/now.ts';
import { ConsentTable } from '#renderer/record/person/consent-table.tsx';
import { LanguagesField } from '#renderer/record/person/languages-field.tsx';
import { NationalitiesField } from '#renderer/record/person/nationalities-field.tsx';
import { ownName, useNameFields, WrittenNames } from '#renderer/record/person/person-names.tsx';
import { type Scope, scopeOf, slotOf } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { SegmentedField } from '#renderer/ui/choice-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { ANumberList } from './a-number-list.tsx';
import type { TabProps } from './client-page.tsx';

export function PersonPage({ file, people, person }: TabProps): ReactNode {
  const t = useT();
  const go = useGo();
  if (person === undefined) return <EmptyState text={t('client.noName')} />;
  const scope = scopeOf(file.id, ['people', person.id], person.person, 'person.changed');
  return (
    <EnterGoesOn className="client-person">
      {people.length < 2 ? null : (
        <SegmentedField
          label={t('client.person.choose')}
          value={person.id}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(personId) => go({ to: 'person', caseId: file.id, personId, tab: 'person' })}
        />
      )}
      <Part title={t('client.personName')}>
        <Names key={person.id} scope={scope} />
      </Part>
      <Part title={t('client.personANumbers')}>
        <ANumberList key={person.id} fileId={file.id} person={person.person} />
      </Part>
      <Birth scope={scope} />
      <Part title={t('client.personLanguages')}>
        <LanguagesField scope={scope} />
        <CanRead scope={scope} />
      </Part>
      <Now scope={scope} person={person} />
      <Part title={t('client.personConsents')}>
        <ConsentTable fileId={file.id} people={[person]} />
      </Part>
    </EnterGoesOn>
  );
}

interface PersonProps {
  readonly scope: Scope<Person>;
}

function Names({ scope }: PersonProps): ReactNode {
  const t = useT();
  const name = ownName(scope.record);
  const surnameFirst = useBound({
    fileId: scope.fileId,
    path: [...scope.path, 'names', name?.id ?? '', 'surnameFirst'],
    value: name?.surnameFirst ?? false,
    act: scope.act,
  });
  return (
    <>
      {name === undefined ? null : (
        <>
          <OwnName scope={scope} />
          <Checkbox
            label={t('client.person.surnameFirst')}
            checked={surnameFirst.value}
            onChange={surnameFirst.write}
          />
        </>
      )}
      <PlainText
        slot={slotOf(scope, 'description')}
        label={t('family.description')}
        placeholder={t('family.descriptionExample')}
      />
      <WrittenNames scope={scope} />
    </>
  );
}

function OwnName({ scope }: PersonProps): ReactNode {
  const t = useT();
  const name = ownName(scope.record);
  if (name === undefined) throw new Error('a person without a name entry');
  const { given, surnames } = useNameFields(scope.fileId, scope.record.id, name);
  return (
    <div className="r-pair">
      <TextField {...given.props} label={t('family.given')} problem={given.problem} />
      <TextField {...surnames.props} label={t('family.surnames')} problem={surnames.problem} />
    </div>
  );
}

function Birth({ scope }: PersonProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const birth = scopeOf(scope.fileId, [...scope.path, 'birth'], scope.record.birth, scope.act);
  const nationalities = Object.values(scope.record.nationalities);
  return (
    <Part title={t('client.personBirth')}>
      <div className="r-three">
        <BoundDate slot={slotOf(birth, 'date')} label={t('family.born')} />
        <BoundPlace slot={slotOf(birth, 'place')} label={t('client.person.birthPlace')} kinds={['city']} />
        <BoundAnswerSelect
          slot={slotOf(birth, 'country')}
          label={t('client.person.birthCountry')}
          options={countries.map((entry) => ({ value: entry.code, label: countryLabel(entry.code, language) }))}
        />
      </div>
      <div className="r-three">
        <BoundAnswerSelect
          slot={slotOf(scope, 'gender')}
          label={t('family.gender')}
          options={(['female', 'male', 'other'] as const).map((value) => ({
            value,
            label: t(`family.genderIs.${value}`),
          }))}
        />
        <NationalitiesField scope={scope} />
        <BoundText slot={slotOf(scope, 'religion')} label={t('client.person.religion')} />
      </div>
      {nationalities.length === 0 ? null : (
        <div className="r-three">
          {nationalities.map((one) => (
            <PlainText
              key={one.id}
              slot={{
                fileId: scope.fileId,
                path: [...scope.path, 'nationalities', one.id, 'paper'],
                value: one.paper,
                act: scope.act,
              }}
              label={`${t('client.person.nationalityPaper')}: ${countryLabel(one.country, language)}`}
            />
          ))}
        </div>
      )}
    </Part>
  );
}

function CanRead({ scope }: PersonProps): ReactNode {
  const t = useT();
  return (
    <div className="r-three">
      <BoundAnswerSelect
        slot={slotOf(scope, 'canRead')}
        label={t('family.canRead')}
        options={(['yes', 'some', 'no'] as const).map((value) => ({ value, label: t(`family.canReadIs.${value}`) }))}
      />
    </div>
  );
}

function Now({ scope, person }: PersonProps & { readonly person: NamedPerson }): ReactNode {
  const t = useT();
  const now = useNow();
  const isChild = isMinorOn(person.person, now.today) === true;
  return (
    <Part title={t('client.personNow')}>
      <div className="r-three">
        <BoundPlace slot={slotOf(scope, 'placeNow')} label={t('family.placeNow')} kinds={['city']} />
        <PlainText slot={slotOf(scope, 'phone')} label={t('client.person.phone')} />
        <PlainText
          slot={slotOf(scope, 'usAddress')}
          label={t('client.person.usAddress')}
          help={t('client.person.usAddressHelp')}
        />
      </div>
      {valueOf(scope.record.gender) === 'male' ? null : (
        <>
          <BoundYesNo slot={slotOf(scope, 'pregnant')} label={t('client.person.pregnant')} />
          {valueOf(scope.record.pregnant) === 'yes' ? (
            <BoundDate slot={slotOf(scope, 'dueDate')} label={t('client.person.dueDate')} />
          ) : null}
        </>
      )}
      {isChild || scope.record.capacity.status === 'answered' ? (
        <BoundWords
          slot={slotOf(scope, 'capacity')}
          label={t('client.person.capacity')}
          language={ownLanguage(person.person)}
          minRows={2}
        />
      ) : null}
    </Part>
  );
}
