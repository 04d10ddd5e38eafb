/** Consents: one purpose a row, one person a column. Nothing is assumed; each is given with its day. */
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { consentPurposes } from '#shared/domain/person.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { type NamedPerson, ownLanguage } from '#renderer/record/names.ts';
import { useSetValue } from '#renderer/store/use-field.ts';

const choices = ['yes', 'no', 'notAsked'] as const;
type Given = (typeof choices)[number];

export function ConsentTable(props: { readonly fileId: Id; readonly people: readonly NamedPerson[] }): ReactNode {
  const t = useT();
  const setValue = useSetValue(props.fileId);

  function give(person: NamedPerson, purpose: (typeof consentPurposes)[number], given: Given): void {
    const before = person.person.consents[purpose];
    const value = {
      given,
      at: given === 'notAsked' ? null : new Date().toISOString(),
      language: given === 'notAsked' ? null : ownLanguage(person.person),
      note: before?.note ?? '',
    };
    void setValue(['people', person.id, 'consents', purpose], value, 'consent.changed');
  }

  return (
    <div className="r-table-wrap">
      <table className="r-table">
        <thead>
          <tr>
            <th scope="col">{t('family.purpose')}</th>
            {props.people.map((person) => (
              <th scope="col" key={person.id}>
                {person.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consentPurposes.map((purpose) => (
            <tr key={purpose}>
              <th scope="row">{t(`family.consentPurpose.${purpose}`)}</th>
              {props.people.map((person) => {
                const given = person.person.consents[purpose]?.given ?? 'notAsked';
                const label = t('family.consentOf', {
                  purpose: t(`family.consentPurpose.${purpose}`),
                  name: person.name,
                });
                return (
                  <td key={person.id}>
                    <select
                      className="a-input a-select"
                      aria-label={label}
                      data-empty={given === 'notAsked' || undefined}
                      value={given}
                      onChange={(event) => give(person, purpose, event.target.value as Given)}
                    >
                      {choices.map((choice) => (
                        <option key={choice} value={choice}>
                          {t(`family.consentIs.${choice}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
