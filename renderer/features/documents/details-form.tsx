/** What belongs to the document alone: hearing, court, judge, title of a filing, place of signing, translator. */
import type { ReactNode } from 'react';
import { answered, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile } from '#shared/domain/draft.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import { hearingOf } from '#shared/documents/context.ts';
import { reportsEarly } from '#shared/documents/field-values.ts';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { reviewState } from '#shared/documents/review.ts';
import { placeLabel, placesOfKind } from '#shared/reference/places.ts';
import { signingForm } from '#shared/reference/statutes.ts';
import { type Key, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { PlainText, PlainTextArea } from '#renderer/record/bound-text.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { PlaceField } from '#renderer/ui/place-field.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';
import { signedLanguage } from './make-pdf.ts';
import type { OpenDocument } from './use-document.ts';

/** Hearings of the case as options: day, hour and place. */
export function hearingOptions(file: CaseFile, personId: string, language: UiLanguage, unknown: string) {
  return Object.values(file.hearings)
    .filter((hearing) => hearing.deleted === null && hearing.about.includes(personId))
    .map((hearing) => {
      const date = valueOf(hearing.date);
      const place = valueOf(hearing.hearingPlace) ?? valueOf(hearing.portToReport);
      const parts = [
        date ? formatPartialDate(date, language, 'table') : unknown,
        valueOf(hearing.time) ?? '',
        place ? formatPlace(place, language) : '',
      ];
      return { value: hearing.id, label: parts.filter((part) => part !== '').join(' · '), sort: date?.value ?? '' };
    })
    .sort((a, b) => (a.sort < b.sort ? 1 : -1));
}

type FieldNames = readonly string[];
const fieldsOf: Readonly<Record<string, FieldNames>> = {
  declaration: ['hearingId', 'court', 'signingPlace'],
  'attorney-declaration': ['memberId', 'hearingId', 'court', 'signingPlace'],
  'advocate-declaration': ['memberId', 'hearingId', 'court', 'signingPlace'],
  'court-cover-page': ['memberId', 'filing.title', 'hearingId', 'court', 'judge.name', 'notices'],
  'hearing-letter': ['hearingId'],
  'reminder-300': ['hearingId'],
  'phone-script': ['hearingId'],
};

export function DetailsForm({ document, readOnly }: { readonly document: OpenDocument; readonly readOnly: boolean }) {
  const t = useT();
  const { draft } = document.context;
  const names = fieldsOf[draft.templateId] ?? [];
  const isTranslated = draft.templateId === 'declaration' && draft.route === 'clientLanguageWithTranslation';
  if (readOnly || names.length === 0) return <ReviewNote document={document} />;
  return (
    <>
      <section className="d-details" aria-labelledby="d-details">
        <SectionTitle id="d-details">{t('documents.details.title')}</SectionTitle>
        {names.map((name) => (
          <DetailField key={name} name={name} document={document} />
        ))}
      </section>
      {isTranslated ? <TranslatorFields document={document} /> : null}
      <ReviewNote document={document} />
    </>
  );
}

/** Wording nobody confirmed: said to the office here, never on the paper. */
function ReviewNote({ document: { context } }: { readonly document: OpenDocument }) {
  const t = useT();
  const template = templateOf(context, signedLanguage(context.draft));
  if (template === null) return null;
  const state = reviewState(template, context.office);
  if (state === 'reviewed') return null;
  return (
    <div className="d-review">
      <Tag tone="warning" icon="law">
        {t(`template.review.${state}`)}
      </Tag>
      <p className="d-quiet">{t('documents.details.reviewHelp')}</p>
    </div>
  );
}

function DetailField({ name, document }: { readonly name: string; readonly document: OpenDocument }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { context, act } = document;
  const { draft, file, office } = context;
  const setField = (key: string, value: string | null): void => {
    void act('draft.changed', (before: DraftFile) => {
      const { [key]: _old, ...fields } = before.fields;
      return { ...before, fields: value === null || value === '' ? fields : { ...fields, [key]: value } };
    });
  };
  switch (name) {
    case 'hearingId':
      return (
        <>
          <SelectField
            label={t('documents.details.hearing')}
            value={draft.fields.hearingId ?? null}
            options={hearingOptions(file, draft.about[0] ?? '', language, t('documents.details.dayUnknown'))}
            placeholder={t('documents.details.nextHearing')}
            clearable
            help={hearingOf(context) === null ? t('documents.details.noneAhead') : undefined}
            onChange={(value) => setField('hearingId', value)}
          />
          {reportsEarly(context) ? (
            <Tag tone="warning" icon="clock">
              {t('documents.details.early')}
            </Tag>
          ) : null}
        </>
      );
    case 'court':
      return (
        <SelectField
          label={t('documents.details.court')}
          value={draft.fields.court ?? null}
          options={placesOfKind(['court']).map(({ code }) => ({ value: code, label: placeLabel(code, language) }))}
          placeholder={t('documents.details.courtFromCase')}
          searchable
          clearable
          onChange={(value) => setField('court', value)}
        />
      );
    case 'memberId': {
      const members = Object.values(office?.members ?? {}).filter((member) => member.deleted === null);
      return (
        <SelectField
          label={t('documents.details.member')}
          value={draft.memberId}
          options={members.map((member) => ({ value: member.id, label: member.name || t(`role.${member.role}`) }))}
          onChange={(memberId) => void act('draft.changed', (before) => ({ ...before, memberId }))}
        />
      );
    }
    case 'signingPlace':
      return <SigningPlace document={document} />;
    case 'notices':
      return (
        <>
          <Checkbox
            label={t('documents.details.detained')}
            checked={draft.fields['filing.detained'] === 'yes'}
            onChange={(isOn) => setField('filing.detained', isOn ? 'yes' : null)}
          />
          <Checkbox
            label={t('documents.details.joint')}
            checked={draft.fields['filing.joint'] === 'yes'}
            onChange={(isOn) => setField('filing.joint', isOn ? 'yes' : null)}
          />
        </>
      );
    default:
      return <TextDetail draft={draft} name={name} label={t(textLabels[name] ?? 'documents.details.title')} />;
  }
}

const textLabels: Readonly<Record<string, Key>> = {
  'filing.title': 'documents.details.filingTitle',
  'judge.name': 'documents.details.judge',
};

function TextDetail(props: {
  readonly draft: DraftFile;
  readonly name: string;
  readonly label: string;
  readonly long?: boolean;
}) {
  const { draft, name, label } = props;
  const slot = { fileId: draft.id, path: ['fields', name], value: draft.fields[name] ?? '', act: 'draft.changed' };
  return props.long ? <PlainTextArea slot={slot} label={label} minRows={2} /> : <PlainText slot={slot} label={label} />;
}

/** The place decides the clause: inside the United States (2), anywhere else and while not known (1). */
function SigningPlace({ document: { context, act } }: { readonly document: OpenDocument }) {
  const t = useT();
  const { signingPlace } = context.draft;
  const form = signingForm(signingPlace);
  return (
    <PlaceField
      label={t('documents.details.signingPlace')}
      help={
        signingPlace === null
          ? t('documents.details.clauseUnknown')
          : t(form === '1746-2' ? 'documents.details.clauseInside' : 'documents.details.clauseOutside')
      }
      value={signingPlace === null ? { status: 'notAsked' } : answered(signingPlace)}
      kinds={['city', 'port']}
      askCountry
      onChange={(given) => void act('draft.changed', (before) => ({ ...before, signingPlace: valueOf(given) ?? null }))}
    />
  );
}

function TranslatorFields({ document: { context, act } }: { readonly document: OpenDocument }) {
  const t = useT();
  const { draft, office } = context;
  const known = Object.values(office?.interpreters ?? {}).filter((one) => one.deleted === null);
  const choose = (id: string | null): void => {
    const one = known.find((entry) => entry.id === id);
    if (one === undefined) return;
    const texts = {
      'translator.name': one.name,
      'translator.address': one.address,
      'translator.phone': one.phone,
      'translator.competence': one.competence,
      'translator.from': draft.language,
    };
    void act('draft.changed', (before) => ({ ...before, fields: { ...before.fields, ...texts } }));
  };
  return (
    <section className="d-details d-translator" aria-labelledby="d-translator">
      <SectionTitle id="d-translator">{t('documents.translator.title')}</SectionTitle>
      {known.length > 0 ? (
        <SelectField
          label={t('documents.translator.known')}
          value={known.find((one) => one.name === draft.fields['translator.name'])?.id ?? null}
          options={known.map((one) => ({ value: one.id, label: one.name }))}
          onChange={choose}
        />
      ) : null}
      <TextDetail draft={draft} name="translator.name" label={t('documents.translator.name')} />
      <LanguageField
        label={t('documents.translator.from')}
        value={draft.fields['translator.from'] ?? null}
        onChange={(tag) =>
          void act('draft.changed', (before) => {
            const { 'translator.from': _old, ...fields } = before.fields;
            return { ...before, fields: tag === null ? fields : { ...fields, 'translator.from': tag } };
          })
        }
      />
      <TextDetail draft={draft} name="translator.address" label={t('documents.translator.address')} long />
      <TextDetail draft={draft} name="translator.phone" label={t('documents.translator.phone')} />
      <TextDetail draft={draft} name="translator.competence" label={t('documents.translator.competence')} long />
    </section>
  );
}
