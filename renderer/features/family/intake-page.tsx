/**
 * Takes a family in by keyboard alone. A name or a description is enough; every field is saved when it is left, and
 * nothing asks to be filled.
 */
import { type ReactNode, useCallback, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { Part } from '#renderer/record/fact-page.tsx';
import { namedPeople } from '#renderer/record/names.ts';
import { ConsentTable } from '#renderer/record/person/consent-table.tsx';
import { addPersonChanges, blankPerson } from '#renderer/record/person/family-edits.ts';
import { ownName } from '#renderer/record/person/person-names.tsx';
import { scopeOf, slotOf } from '#renderer/record/slot.ts';
import { markNow, newId, recordedNow, StoreProvider, useCase, useSession } from '#renderer/store/use-store.tsx';
import { useChangeCase } from '#renderer/store/change-case.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Muted, PageTitle } from '#renderer/ui/text.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import '#renderer/record/record.css';
import './family.css';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { PersonRow, type Typed } from './person-row.tsx';
import { SharedFacts } from './shared-facts.tsx';
import { useIntakeCase } from './use-intake-case.ts';

export function IntakePage({ caseId }: { readonly caseId?: Id }): ReactNode {
  const session = useSession();
  const intake = useIntakeCase(caseId);
  if (intake.caseId === null) return null;
  return (
    <StoreProvider client={intake.client} session={session}>
      <IntakeForm caseId={intake.caseId} blank={intake.blank} onNamed={intake.onNamed} />
    </StoreProvider>
  );
}

interface FormProps {
  readonly caseId: Id;
  readonly blank: CaseFile | null;
  readonly onNamed: () => void;
}

function IntakeForm({ caseId, blank, onNamed }: FormProps): ReactNode {
  const t = useT();
  const go = useGo();
  const stored = useCase(caseId);
  const file = stored.file ?? blank;
  const [typed, setTyped] = useState<Typed | null>(null);
  // The first row says what it holds as soon as it is there; only what a person types asks for a look.
  const onTyped = useCallback(
    (next: Typed) => {
      if (next.name === '' && next.aNumber === '') return;
      setTyped(next);
      onNamed();
    },
    [onNamed],
  );
  if (file === null) return <p className="r-loading">{t('record.loading')}</p>;

  return (
    <div className="r-page">
      <EnterGoesOn className="r-page-main family-main">
        <header className="r-page-head">
          <PageTitle>{t('family.title')}</PageTitle>
          <Muted>{t('family.hint')}</Muted>
        </header>
        <People file={file} onTyped={onTyped} />
        <Part title={t('family.everybody')}>
          <Muted>{t('family.everybodyHelp')}</Muted>
          <SharedFacts file={file} />
        </Part>
        <Part title={t('family.consents')}>
          <Muted>{t('family.consentsHelp')}</Muted>
          <ConsentTable fileId={file.id} people={namedPeople(file, t)} />
        </Part>
        <div className="family-foot">
          <OfficeNumber file={file} />
          <Button variant="primary" onClick={() => go({ to: 'case', caseId })}>
            {t('family.done')}
          </Button>
        </div>
      </EnterGoesOn>
      <aside className="r-page-side" aria-label={t('family.duplicates')}>
        <DuplicatePanel caseId={caseId} typed={typed} />
      </aside>
    </div>
  );
}

function People({ file, onTyped }: { readonly file: CaseFile; readonly onTyped: (typed: Typed) => void }): ReactNode {
  const t = useT();
  const session = useSession();
  const change = useChangeCase(file.id);
  const setValue = useSetValue(file.id);
  const people = namedPeople(file, t);
  const first = people[0];

  async function add(): Promise<void> {
    const added = blankPerson({ personId: newId(), nameId: newId() }, recordedNow(session));
    const result = await change('person.added', (now) => addPersonChanges(now, added));
    if (result.ok) focusSoon(`[data-person="${added.id}"] input`);
  }
  async function remove(personId: Id, name: string): Promise<void> {
    const mark = markNow(session);
    const path = ['people', personId, 'deleted'];
    const result = await setValue(path, mark, 'person.removed');
    if (!result.ok) return;
    showToast({
      tone: 'neutral',
      text: t('family.removedPerson', { name }),
      action: { label: t('record.undo'), onClick: () => void setValue(path, null, 'person.changed') },
    });
  }

  return (
    <section aria-label={t('family.people')}>
      <ol className="family-people">
        {people.map((person, index) => {
          const name = ownName(person.person);
          if (name === undefined || first === undefined) return null;
          return (
            <PersonRow
              key={person.id}
              file={file}
              person={person}
              name={name}
              index={index}
              first={first}
              onTyped={onTyped}
              onRemove={people.length === 1 ? null : () => void remove(person.id, person.name)}
            />
          );
        })}
      </ol>
      <div className="r-row family-add">
        <Button leftIcon="add" onClick={() => void add()}>
          {t('family.addPerson')}
        </Button>
      </div>
    </section>
  );
}

/** Puts the cursor into a field that the next render brings. */
function focusSoon(selector: string, tries = 20): void {
  const found = document.querySelector<HTMLElement>(selector);
  if (found !== null) found.focus();
  else if (tries > 0) requestAnimationFrame(() => focusSoon(selector, tries - 1));
}

function OfficeNumber({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const slot = slotOf(scopeOf(file.id, [], file, 'case.changed'), 'officeNumber');
  return (
    <PlainText
      slot={slot}
      label={t('family.officeNumber')}
      help={t('family.officeNumberHelp')}
      toValue={(text) =>
        text.trim().length > 40
          ? { ok: false, code: 'office-number-long', detail: { came: text.trim().length } }
          : { ok: true, value: text.trim() }
      }
    />
  );
}
