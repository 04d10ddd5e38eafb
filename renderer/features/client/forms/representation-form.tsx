/** Who represents somebody, how far, from when until when; a later stage is another record. */
import type { ReactNode } from 'react';
import type { Representation } from '#shared/domain/hearing.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { representationStages } from '#shared/domain/standing.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundSelect } from '#renderer/record/bound-fields.tsx';
import { BoundPlainDate } from '#renderer/record/bound-plain-date.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { SourceDetails } from '#renderer/record/source-details.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { useOffice } from '#renderer/store/use-store.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { FormProps } from './form-props.ts';

export function RepresentationForm({ file, scope, people }: FormProps<Representation>): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-pair">
        <BoundSelect
          slot={slotOf(scope, 'status')}
          label={t('standing.stage')}
          options={representationStages.map((value) => ({ value, label: t(`family.representationIs.${value}`) }))}
        />
        <Practitioner scope={scope} />
      </div>
      <PlainText slot={slotOf(scope, 'scope')} label={t('standing.scope')} help={t('standing.scopeHelp')} />
      <div className="r-pair">
        <BoundPlainDate slot={slotOf(scope, 'from')} label={t('standing.from')} />
        <BoundPlainDate slot={slotOf(scope, 'until')} label={t('standing.until')} />
      </div>
      <SourceDetails scope={scope} file={file} remove={t('standing.representation.remove')} />
    </div>
  );
}

/** Attorneys and accredited representatives of the office, and whoever is named already. */
function Practitioner({ scope }: Pick<FormProps<Representation>, 'scope'>): ReactNode {
  const t = useT();
  const { file: office } = useOffice();
  const named = useBound(slotOf(scope, 'practitionerId'));
  const members = Object.values(office?.members ?? {}).filter(
    (member) => member.id === named.value || (member.deleted === null && isPractitioner(member.role)),
  );
  return (
    <SelectField
      label={t('standing.practitioner')}
      value={named.value}
      clearable
      placeholder={t('standing.practitionerNone')}
      options={members.map((member) => ({ value: member.id, label: member.name || t(`role.${member.role}`) }))}
      onChange={named.write}
    />
  );
}
