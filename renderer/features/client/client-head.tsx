/** The head of a client page: who, which number, which languages, where now, what is next. */
import { type ReactNode, useState } from 'react';
import { formatANumber, formatName } from '#shared/domain/format.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { useNow } from '#renderer/record/now.ts';
import { currentANumber } from '#renderer/record/person/a-number-field.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { runCommand } from '#renderer/ui/command-target.ts';
import { FactRow } from '#renderer/ui/data-list.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { PageTitle } from '#renderer/ui/text.tsx';
import {
  contactWords,
  familyWords,
  languageWords,
  nextHearingWords,
  placeWords,
  programmeWords,
  representationWords,
} from './head-words.ts';
import type { StandingKind } from './standing-words.ts';

interface HeadProps {
  readonly file: CaseFile;
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson | undefined;
  readonly onStanding: (kind: StandingKind) => void;
}

export function ClientHead({ file, people, person, onStanding }: HeadProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const now = useNow();
  const words = { file, people, person, now, language, t };
  const representation = representationWords(words);
  const programme = programmeWords(words);
  const languages = languageWords(words);
  const contact = contactWords(words);
  return (
    <header className="client-head">
      <div className="client-head-line">
        <div className="client-head-who">
          <PageTitle>{person?.name ?? (file.officeNumber || t('client.noName'))}</PageTitle>
          {person === undefined ? null : <ANumberTag person={person} />}
          {languages === '' ? null : <Tag>{languages}</Tag>}
          <StandingChip kind="representation" words={representation} onStanding={onStanding} />
          <StandingChip kind="programme" words={programme} onStanding={onStanding} />
        </div>
        <div className="client-head-actions">
          <Button leftIcon="document" onClick={() => go({ to: 'newDocument', caseId: file.id })}>
            {t('client.makeDocument')}
          </Button>
          <HeadMenu file={file} person={person} />
        </div>
      </div>
      <FactRow
        items={[
          { label: t('client.placeNow'), value: placeWords(words) },
          { label: t('client.next'), value: <NextHearing words={nextHearingWords(words)} /> },
          {
            label: t('client.lastContact'),
            value: contact.isLate ? (
              <span className="client-late">
                <Icon name="warning" size={14} />
                {contact.text}
              </span>
            ) : (
              contact.text
            ),
          },
          { label: t('client.family'), value: familyWords(words) },
        ]}
      />
    </header>
  );
}

/** What holds now; opens what was before, and where it is changed. */
function StandingChip(
  props: Pick<HeadProps, 'onStanding'> & { readonly kind: StandingKind; readonly words: string | null },
): ReactNode {
  const t = useT();
  const { kind, words } = props;
  const what = t(`standing.${kind}.short`);
  return (
    <button
      type="button"
      className="client-standing"
      data-kind={words === null ? 'none' : kind}
      aria-haspopup="dialog"
      aria-label={words === null ? undefined : `${what}: ${words}`}
      title={t(`standing.${kind}.title`)}
      onClick={() => props.onStanding(kind)}
    >
      <span>{words ?? t('standing.notRecorded', { what })}</span>
      <Icon name="edit" size={13} />
    </button>
  );
}

function NextHearing({ words }: { readonly words: ReturnType<typeof nextHearingWords> }): ReactNode {
  const t = useT();
  if (words === null) return t('client.nextNone');
  return (
    <span className="a-mono">
      <strong>{words.here}</strong>
      {words.there === '' ? null : <span className="a-muted">{` = ${words.there}`}</span>}
    </span>
  );
}

function ANumberTag({ person }: { readonly person: NamedPerson }): ReactNode {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const number = currentANumber(person.person);
  if (number === undefined) {
    const state = person.person.aNumberState === 'has' ? 'notAsked' : person.person.aNumberState;
    return <Tag>{t(`client.noANumber.${state}`)}</Tag>;
  }
  return (
    <button
      type="button"
      className="client-a-number"
      aria-pressed={isShown}
      title={t(isShown ? 'client.hide' : 'client.reveal')}
      aria-label={`${formatANumber(number.digits, isShown ? 'plain' : 'masked')} · ${t(isShown ? 'client.hide' : 'client.reveal')}`}
      onClick={() => setShown(!isShown)}
    >
      <span className="a-mono">{formatANumber(number.digits, isShown ? 'plain' : 'masked')}</span>
      <Icon name={isShown ? 'hide' : 'show'} size={13} />
    </button>
  );
}

function HeadMenu({ file, person }: Pick<HeadProps, 'file' | 'person'>): ReactNode {
  const t = useT();
  const go = useGo();

  const edit = person && {
    id: 'edit',
    label: t('client.editPerson', { name: formatName(person.person) || person.name }),
    icon: 'edit' as const,
    onSelect: () => go({ to: 'person', caseId: file.id, personId: person.id, tab: 'person' }),
  };
  return (
    <Menu
      label={t('client.more')}
      items={[
        ...(edit ? [edit] : []),
        {
          id: 'people',
          label: t('client.addPeople'),
          icon: 'people',
          onSelect: () => go({ to: 'intake', caseId: file.id }),
        },
        { id: 'export', label: t('client.export'), icon: 'save', onSelect: () => void runCommand('export-case') },
      ]}
    />
  );
}
