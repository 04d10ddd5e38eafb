/** A new document: what, for whom, about which hearing. Arrows choose, Enter makes it. */
import { type FormEvent, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { OfficeFile } from '#shared/domain/office.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { startDraft } from '#shared/documents/draft.ts';
import { templateLanguages } from '#shared/documents/library.ts';
import type { Failure } from '#shared/errors.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { asKey, type Key, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { CaseFrame } from '#renderer/record/case-frame.tsx';
import { namedPeople } from '#renderer/record/names.ts';
import { settle } from '#renderer/store/settle.ts';
import { newId, recordedNow, useCommit, useOffice, useSession, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import './documents.css';
import { hearingOptions } from './details-form.tsx';
import { templateLibrary } from './templates.ts';

interface Choice {
  readonly id: string;
  readonly templateId: string;
  readonly title: Key;
  readonly help: Key;
  readonly route?: 'clientLanguageWithTranslation';
  readonly asks: readonly ('person' | 'member' | 'hearing' | 'language')[];
}

const choices: readonly Choice[] = [
  {
    id: 'declaration',
    templateId: 'declaration',
    title: 'documents.new.declaration',
    help: 'documents.new.declarationHelp',
    asks: ['person'],
  },
  {
    id: 'declaration-translated',
    templateId: 'declaration',
    title: 'documents.new.translated',
    help: 'documents.new.translatedHelp',
    route: 'clientLanguageWithTranslation',
    asks: ['person'],
  },
  {
    id: 'attorney-declaration',
    templateId: 'attorney-declaration',
    title: 'documents.new.attorney',
    help: 'documents.new.attorneyHelp',
    asks: ['person', 'member'],
  },
  {
    id: 'advocate-declaration',
    templateId: 'advocate-declaration',
    title: 'documents.new.advocate',
    help: 'documents.new.advocateHelp',
    asks: ['person', 'member'],
  },
  {
    id: 'court-cover-page',
    templateId: 'court-cover-page',
    title: 'documents.new.cover',
    help: 'documents.new.coverHelp',
    asks: ['person', 'member', 'hearing'],
  },
  {
    id: 'hearing-letter',
    templateId: 'hearing-letter',
    title: 'documents.new.letter',
    help: 'documents.new.letterHelp',
    asks: ['person', 'hearing', 'language'],
  },
  {
    id: 'reminder-300',
    templateId: 'reminder-300',
    title: 'documents.new.reminder',
    help: 'documents.new.reminderHelp',
    asks: ['person', 'hearing', 'language'],
  },
  {
    id: 'phone-script',
    templateId: 'phone-script',
    title: 'documents.new.script',
    help: 'documents.new.scriptHelp',
    asks: ['person', 'hearing', 'language'],
  },
];

interface NewDocumentPageProps {
  readonly caseId: Id;
  /** Chosen already on arrival, by its id; the declaration without one. */
  readonly kind?: string | undefined;
  readonly hearingId?: Id | undefined;
}

export function NewDocumentPage({ caseId, kind, hearingId }: NewDocumentPageProps) {
  const t = useT();
  const { file: office } = useOffice();
  return (
    <CaseFrame caseId={caseId}>
      {(file) =>
        office === undefined ? (
          <p className="d-loading">{t('ui.loading')}</p>
        ) : (
          <Form file={file} office={office} kind={kind} givenHearing={hearingId} />
        )
      }
    </CaseFrame>
  );
}

/** The language a letter begins in: the one the client speaks best, if a wording exists in it. */
function firstLanguage(file: CaseFile, personId: Id, known: readonly TextLanguage[]): TextLanguage {
  const skills = Object.values(file.people[personId]?.languages ?? {}).sort((a, b) => Number(b.best) - Number(a.best));
  const found = skills.map((skill) => skill.tag.split('-')[0]).find((tag) => known.some((one) => one === tag));
  return (found as TextLanguage | undefined) ?? (known.includes('es') ? 'es' : 'en');
}

interface FormProps {
  readonly file: CaseFile;
  readonly office: OfficeFile;
  readonly kind: string | undefined;
  readonly givenHearing: Id | undefined;
}

function Form({ file, office, kind, givenHearing }: FormProps) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const session = useSession();
  const commit = useCommit();
  const store = useStore();
  const today = useToday();
  const people = namedPeople(file, t);
  const [choiceId, setChoice] = useState(choices.find((one) => one.id === kind)?.id ?? 'declaration');
  const [personId, setPerson] = useState<Id>(people[0]?.id ?? '');
  const [memberId, setMember] = useState<Id>(session.memberId);
  const [hearingId, setHearing] = useState<Id | null>(givenHearing ?? null);
  const [chosenLanguage, setLanguage] = useState<TextLanguage | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const library = templateLibrary();
  const choice = choices.find((one) => one.id === choiceId) ?? choices[0];
  const asks = choice?.asks ?? [];
  const known = choice === undefined ? [] : templateLanguages(library, choice.templateId);
  const textLanguage = chosenLanguage ?? firstLanguage(file, personId, known);
  const hearings = hearingOptions(file, personId, language, t('documents.details.dayUnknown'));

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (choice === undefined || busy) return;
    setBusy(true);
    const recorded = recordedNow(session);
    // An answer given a moment ago may not be saved or not on this screen yet, and belongs in the text.
    await settle();
    const now = await store.request('file', { id: file.id });
    const current = now.ok && now.value.kind === 'case' ? now.value : file;
    const asked = asks.includes('language');
    const draft = startDraft(
      {
        id: newId(),
        templateId: choice.templateId,
        about: personId === '' ? [] : [personId],
        memberId: asks.includes('member') ? memberId : session.memberId,
        language: asked ? textLanguage : choice.route === undefined ? 'en' : 'es',
        ...(choice.route === undefined ? {} : { route: choice.route }),
        fields: {
          ...(hearingId !== null && asks.includes('hearing') ? { hearingId } : {}),
          ...(choice.route === undefined ? {} : { 'translator.from': 'es' }),
        },
        createdAt: recorded.at,
        recorded,
      },
      { file: current, office, library, today, newId },
    );
    const saved = await commit({ label: 'draft.created', edits: [], create: [draft] });
    setBusy(false);
    if (!saved.ok) setFailure(saved);
    else go({ to: 'draft', draftId: draft.id });
  };

  return (
    <form className="d-new" onSubmit={(event) => void make(event)}>
      <header>
        <LinkButton onClick={() => go({ to: 'case', caseId: file.id, tab: 'documents' })}>
          {`‹ ${t('documents.toClient')}`}
        </LinkButton>
        <PageTitle>{t('documents.new.title')}</PageTitle>
      </header>
      <fieldset className="d-choices">
        <legend>{t('documents.new.what')}</legend>
        {choices.map((one, index) => (
          <label key={one.id} className="d-choice">
            <input
              type="radio"
              name="what"
              value={one.id}
              checked={choiceId === one.id}
              // biome-ignore lint/a11y/noAutofocus: the page is this choice; arrows and Enter do the rest
              autoFocus={kind === undefined ? index === 0 : one.id === kind}
              onChange={() => {
                setChoice(one.id);
                setLanguage(null);
              }}
            />
            <span className="d-choice-title">{t(one.title)}</span>
            <span className="d-choice-help">{t(one.help)}</span>
          </label>
        ))}
      </fieldset>
      <div className="d-new-fields">
        <SelectField
          label={t(asks.includes('member') ? 'documents.new.about' : 'documents.new.whom')}
          value={personId}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          onChange={(id) => setPerson(id ?? '')}
        />
        {asks.includes('member') ? (
          <SelectField
            label={t('documents.details.member')}
            value={memberId}
            options={Object.values(office.members)
              .filter((member) => member.deleted === null)
              .filter((member) => choiceId !== 'attorney-declaration' || isPractitioner(member.role))
              .map((member) => ({ value: member.id, label: member.name || t(`role.${member.role}`) }))}
            onChange={(id) => setMember(id ?? session.memberId)}
          />
        ) : null}
        {asks.includes('hearing') ? (
          <SelectField
            label={t('documents.details.hearing')}
            value={hearingId}
            options={hearings}
            placeholder={t('documents.details.nextHearing')}
            clearable
            help={hearings.length === 0 ? t('documents.new.noHearing') : undefined}
            onChange={setHearing}
          />
        ) : null}
        {asks.includes('language') ? (
          <SelectField
            label={t('documents.new.language')}
            value={textLanguage}
            options={known.map((tag) => ({ value: tag, label: languageLabel(tag, language) }))}
            onChange={(tag) => setLanguage(known.find((one) => one === tag) ?? null)}
          />
        ) : null}
      </div>
      {failure === null ? null : <Banner tone="danger">{t(asKey(`errors.${failure.code}`), failure.detail)}</Banner>}
      <div>
        <Button variant="primary" type="submit" busy={busy} leftIcon="document">
          {t('documents.new.make')}
        </Button>
      </div>
    </form>
  );
}
