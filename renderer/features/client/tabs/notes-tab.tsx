/**
 * Notes of the office on a case: work product, sealed apart from the case file. No document, search, export or view of
 * somebody without the right to it shows them.
 */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { type FileOf, noteFile } from '#shared/domain/files.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { ringsOfRole } from '#shared/vault/rings.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { focusWhenThere } from '#renderer/record/focus-when-there.ts';
import { scopeOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useField, useSetValue } from '#renderer/store/use-field.ts';
import { markNow, newId, recordedNow, useCommit, useQuery, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { Muted } from '#renderer/ui/text.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { TabProps } from '../client-page.tsx';
import { useMemberName, useMoment } from './who-and-when.ts';

type Note = FileOf<'note'>;

export function NotesTab(props: TabProps): ReactNode {
  const t = useT();
  const session = useSession();
  const mayRead = ringsOfRole(session.role).includes('workProduct');
  if (!mayRead) return <EmptyState text={t('notes.notYours')} />;
  return <Notes {...props} />;
}

function Notes({ file }: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const commit = useCommit();
  const { data } = useQuery('filesOfKind', { kind: 'note', caseId: file.id });
  const [opened, setOpened] = useState<Id | null>(null);
  const notes = (data ?? [])
    .filter((one): one is Note => one.kind === 'note' && one.deleted === null)
    .filter((note) => note.text.text.trim() !== '' || note.id === opened)
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));

  async function add(): Promise<void> {
    const recorded = recordedNow(session);
    const note = noteFile.parse({
      kind: 'note',
      schemaVersion: file.schemaVersion,
      id: newId(),
      caseId: file.id,
      text: { text: '', language },
      createdAt: recorded.at,
      recorded,
    });
    const result = await commit({ label: 'note.added', edits: [], create: [note] });
    if (!result.ok) return showToast({ tone: 'danger', text: t(asKey(`errors.${result.code}`), result.detail) });
    setOpened(note.id);
    focusWhenThere('.client-editor textarea');
  }

  const button = (
    <Button leftIcon="add" onClick={() => void add()}>
      {t('notes.add')}
    </Button>
  );
  if (data !== undefined && notes.length === 0) return <EmptyState text={t('notes.none')} action={button} />;
  return (
    <div className="client-list">
      <div className="r-row">
        {button}
        <Muted>{t('notes.who')}</Muted>
      </div>
      <ul className="client-rows" aria-label={t('client.tab.notes')}>
        {notes.map((note) => (
          <NoteRow
            key={note.id}
            note={note}
            isOpen={note.id === opened}
            onOpen={(isOpen) => setOpened(isOpen ? note.id : null)}
          />
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly note: Note;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function NoteRow({ note, isOpen, onOpen }: RowProps): ReactNode {
  const language = useLanguage();
  const moment = useMoment();
  const memberName = useMemberName();
  const head = [
    moment(note.createdAt),
    memberName(note.recorded.by),
    note.text.language === language ? '' : languageLabel(note.text.language, language),
  ];
  return (
    <li className="client-row">
      <div className="client-line-head">
        <button type="button" className="client-line-title" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {head.filter(Boolean).join(' · ')}
        </button>
      </div>
      {isOpen ? (
        <EnterGoesOn className="client-editor" onEscape={() => onOpen(false)}>
          <NoteEditor note={note} onClose={() => onOpen(false)} />
        </EnterGoesOn>
      ) : (
        <p className="client-note" lang={note.text.language}>
          {note.text.text}
        </p>
      )}
    </li>
  );
}

/** A note that is left without a word is taken back: it was only opened. */
function NoteEditor({ note, onClose }: { readonly note: Note; readonly onClose: () => void }): ReactNode {
  const t = useT();
  const { memberId } = useSession();
  const setValue = useSetValue(note.id);
  const field = useField({
    fileId: note.id,
    path: ['text', 'text'],
    value: note.text.text,
    label: 'note.changed',
  });
  const latest = useRef(field.text);
  latest.current = field.text;
  useEffect(
    () => () => {
      if (latest.current.trim() !== '') return;
      void setValue(['deleted'], markNow({ memberId }), 'note.removed');
    },
    [setValue, memberId],
  );
  return (
    <div className="r-stack">
      <TextArea
        {...field.props}
        label={t('notes.text')}
        lang={note.text.language}
        problem={field.problem}
        minRows={5}
      />
      <div className="r-half">
        <LanguageField
          label={t('notes.language')}
          value={note.text.language}
          onChange={(tag) => tag !== null && void setValue(['text', 'language'], tag, 'note.changed')}
          clearable={false}
        />
      </div>
      <NoteHistory note={note} />
      <div className="r-row">
        <Button onClick={onClose}>{t('notes.done')}</Button>
        <TakeBack scope={scopeOf(note.id, [], note, 'note.changed')} label={t('notes.remove')} onDone={onClose} />
      </div>
    </div>
  );
}

/** Every save of the note: nothing written is lost, and who changed it when stands beside it. */
function NoteHistory({ note }: { readonly note: Note }): ReactNode {
  const t = useT();
  const moment = useMoment();
  const memberName = useMemberName();
  const { data } = useQuery('history', { fileId: note.id });
  const saves = (data ?? []).filter((row) => row.label !== 'note.added');
  if (saves.length === 0) return null;
  return (
    <details className="r-details">
      <summary>{t('notes.saves', { count: saves.length })}</summary>
      <ul>
        {saves.map((row) => (
          <li key={`${row.device}/${row.sequence}`}>
            <Muted>{`${moment(row.at)} · ${memberName(row.by)} · ${t(asKey(`history.${row.label}`))}`}</Muted>
          </li>
        ))}
      </ul>
    </details>
  );
}
