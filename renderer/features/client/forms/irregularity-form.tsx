/**
 * An irregularity entered by itself: what no fear event, paper or hearing holds. Who is named by role only; what is known
 * by hearsay is kept and says so.
 */
import type { ReactNode } from 'react';
import { agencies, type Irregularity, pressureType } from '#shared/domain/fear.ts';
import { irregularityDefinition, irregularityTypes } from '#shared/reference/irregularities.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundAnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { BoundDate, BoundPlace, BoundSelect } from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { AboutPeople, SourceFields } from '#renderer/record/fact-head.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';
import type { FormProps } from './form-props.ts';

const bases = ['firstHand', 'told', 'paper'] as const satisfies readonly Irregularity['basis'][];

export function IrregularityForm({ file, scope, people, language }: FormProps<Irregularity>): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      {people.length === 0 ? null : <AboutPeople scope={scope} people={people} />}
      <TypeField scope={scope} />
      <div className="r-pair">
        <BoundDate slot={slotOf(scope, 'date')} label={t('irregularity.date')} />
        <BoundPlace
          slot={slotOf(scope, 'place')}
          label={t('irregularity.place')}
          kinds={['port', 'station', 'city', 'court']}
        />
      </div>
      <div className="r-pair">
        <BoundAnswerSelect
          slot={slotOf(scope, 'byAgency')}
          label={t('irregularity.byAgency')}
          options={agencies.map((value) => ({ value, label: t(`fear.agency.${value}`) }))}
        />
        <BoundText
          slot={slotOf(scope, 'byRole')}
          label={t('irregularity.byRole')}
          help={t('irregularity.byRoleHelp')}
        />
      </div>
      <Pressure scope={scope} />
      <BoundWords slot={slotOf(scope, 'note')} label={t('irregularity.note')} language={language} minRows={2} />
      <section className="r-part">
        <SectionTitle level={3}>{t('record.source.part')}</SectionTitle>
        <BoundSelect
          slot={slotOf(scope, 'basis')}
          label={t('irregularity.basis')}
          options={bases.map((value) => ({ value, label: t(`irregularity.basisIs.${value}`) }))}
        />
        <SourceFields scope={scope} file={file} />
        <TakeBack scope={scope} label={t('irregularity.remove')} />
      </section>
    </div>
  );
}

type ScopeProps = Pick<FormProps<Irregularity>, 'scope'>;

/** The list of types; the definition of the chosen one stands below it, and all of them one click away. */
function TypeField({ scope }: ScopeProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const type = useBound(slotOf(scope, 'type'));
  return (
    <div className="client-type">
      <SelectField
        label={t('irregularity.type')}
        value={type.value === '' ? null : type.value}
        placeholder={t('irregularity.typeChoose')}
        options={irregularityTypes.map((entry) => ({ value: entry.code, label: entry.name[language] }))}
        help={irregularityDefinition(type.value, language) || t('irregularity.typeHelp')}
        onChange={(next) => type.write(next ?? '')}
      />
      <details className="r-details">
        <summary>{t('irregularity.allDefinitions')}</summary>
        <dl className="client-definitions">
          {irregularityTypes.map((entry) => (
            <div key={entry.code}>
              <dt>{entry.name[language]}</dt>
              <dd>{entry.definition[language]}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** Asked for one type only, and shown wherever something was written before the type was changed. */
function Pressure({ scope }: ScopeProps): ReactNode {
  const t = useT();
  const { type, formOfPressure, pressureOn } = scope.record;
  const isWritten = [formOfPressure, pressureOn].some((answer) => answer.status !== 'notAsked');
  if (type !== pressureType && !isWritten) return null;
  return (
    <section className="r-part">
      <SectionTitle level={3}>{t('irregularity.pressure')}</SectionTitle>
      <div className="r-pair">
        <BoundText slot={slotOf(scope, 'formOfPressure')} label={t('irregularity.formOfPressure')} />
        <BoundText slot={slotOf(scope, 'pressureOn')} label={t('irregularity.pressureOn')} />
      </div>
    </section>
  );
}
