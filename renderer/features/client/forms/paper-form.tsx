/** A paper: how it was served, in which languages, explained and understood or not, and what is written on it. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { type Paper, paperKinds } from '#shared/domain/journey.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import {
  BoundChoice,
  BoundDate,
  BoundLanguage,
  BoundSelect,
  BoundTime,
  BoundYesNo,
} from '#renderer/record/bound-fields.tsx';
import { BoundText, PlainText } from '#renderer/record/bound-text.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { linkPaper } from '#renderer/record/paper-links.ts';
import { slotOf } from '#renderer/record/slot.ts';
import { SourceDetails } from '#renderer/record/source-details.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { languageOptions } from '#renderer/ui/language-options.ts';
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';
import type { FormProps } from './form-props.ts';
import { PaperScans } from './paper-scans.tsx';

type PaperProps = Pick<FormProps<Paper>, 'file' | 'scope'>;

export function PaperForm({ file, scope, people }: FormProps<Paper>): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <AboutPeople scope={scope} people={people} />
      <div className="r-three">
        <BoundSelect
          slot={slotOf(scope, 'kind')}
          label={t('paper.kindLabel')}
          options={paperKinds.map((value) => ({ value, label: t(`paper.kind.${value}`) }))}
        />
        <PlainText slot={slotOf(scope, 'title')} label={t('paper.name')} />
        <BoundDate slot={slotOf(scope, 'date')} label={t('paper.date')} />
      </div>
      <Served file={file} scope={scope} />
      <Written file={file} scope={scope} />
      <PaperScans file={file} scope={scope} />
      <SourceDetails scope={scope} file={file} remove={t('paper.remove')} />
    </div>
  );
}

function Served({ scope }: PaperProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const languages = useBound(slotOf(scope, 'languages'));
  const explained = valueOf(scope.record.explained);
  return (
    <section className="r-part">
      <SectionTitle level={3}>{t('paper.part.served')}</SectionTitle>
      <div className="r-pair">
        <BoundDate slot={slotOf(scope, 'servedOn')} label={t('paper.servedOn')} />
        <MultiSelectField
          label={t('paper.languages')}
          value={valueOf(languages.value) ?? []}
          options={languageOptions(language)}
          onChange={(tags) =>
            languages.write(tags.length === 0 ? { status: 'notAsked' } : { status: 'answered', value: tags })
          }
        />
      </div>
      <BoundChoice
        slot={slotOf(scope, 'servedHow')}
        label={t('paper.servedHow')}
        options={(['inHand', 'mail', 'onlyShown', 'notServed'] as const).map((value) => ({
          value,
          label: t(`paper.served.${value}`),
        }))}
      />
      <BoundYesNo slot={slotOf(scope, 'explained')} label={t('paper.explained')} />
      {explained === 'yes' ? (
        <div className="r-pair">
          <BoundText slot={slotOf(scope, 'explainedBy')} label={t('paper.explainedBy')} />
          <BoundLanguage slot={slotOf(scope, 'explainedLanguage')} label={t('paper.explainedLanguage')} />
        </div>
      ) : null}
      <BoundChoice
        slot={slotOf(scope, 'understood')}
        label={t('paper.understood')}
        options={(['all', 'part', 'none'] as const).map((value) => ({
          value,
          label: t(`paper.understoodHow.${value}`),
        }))}
      />
      <BoundYesNo slot={slotOf(scope, 'signed')} label={t('paper.signed')} />
      <BoundYesNo slot={slotOf(scope, 'copyGiven')} label={t('paper.copyGiven')} />
    </section>
  );
}

function Written({ file, scope }: PaperProps): ReactNode {
  const t = useT();
  return (
    <section className="r-part">
      <SectionTitle level={3}>{t('paper.part.written')}</SectionTitle>
      <BoundText slot={slotOf(scope, 'addressWritten')} label={t('paper.addressWritten')} />
      <div className="r-three">
        <BoundDate slot={slotOf(scope, 'hearingDateWritten')} label={t('paper.hearingDateWritten')} />
        <BoundTime slot={slotOf(scope, 'hearingTimeWritten')} label={t('paper.hearingTimeWritten')} />
        <Announces file={file} scope={scope} />
      </div>
    </section>
  );
}

/** Links paper and hearing both ways in one commit. */
function Announces({ file, scope }: PaperProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const paper = scope.record;
  const hearings = liveFacts(file, 'hearings');
  const { value, write } = useBound(slotOf(scope, 'hearingId'), (next, now) => linkPaper(now, paper.id, next));
  return (
    <SelectField
      label={t('paper.hearing')}
      value={value}
      clearable
      options={hearings.map((hearing) => {
        const date = valueOf(hearing.date);
        const label = date === undefined ? t('hearing.untitled') : formatPartialDate(date, language, 'table');
        return { value: hearing.id, label };
      })}
      onChange={write}
    />
  );
}
