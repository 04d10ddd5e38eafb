/** What belongs to the event as a whole: source, differences between people, taking it back. */
import type { ReactNode } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FearEvent } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import {
  BoundChoice,
  BoundDate,
  BoundNumber,
  BoundPlace,
  BoundTime,
  BoundYesNo,
} from '#renderer/record/bound-fields.tsx';
import { type ExceptionField, exceptionField, Exceptions } from '#renderer/record/exceptions.tsx';
import { AboutPeople, SourceFields } from '#renderer/record/fact-head.tsx';
import type { NamedPerson } from '#renderer/record/names.ts';
import type { Scope } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useState } from 'react';
import { useGo } from '#renderer/ui/navigate.ts';
import { statedOptions, understoodOptions } from './fear-options.ts';

function useExceptionFields(): readonly ExceptionField<FearEvent>[] {
  const t = useT();
  return [
    exceptionField<FearEvent, 'statedFear'>('statedFear', t('fear.f.statedFear'), (slot) => (
      <BoundChoice slot={slot} label={t('fear.f.statedFear')} options={statedOptions(t)} />
    )),
    exceptionField<FearEvent, 'understanding'>('understanding', t('fear.f.understanding'), (slot) => (
      <BoundChoice slot={slot} label={t('fear.f.understanding')} options={understoodOptions(t)} />
    )),
    exceptionField<FearEvent, 'restrained'>('restrained', t('fear.f.restrained'), (slot) => (
      <BoundYesNo slot={slot} label={t('fear.f.restrained')} />
    )),
    exceptionField<FearEvent, 'biometricsTaken'>('biometricsTaken', t('fear.f.biometricsTaken'), (slot) => (
      <BoundYesNo slot={slot} label={t('fear.f.biometricsTaken')} />
    )),
    exceptionField<FearEvent, 'nightsHeld'>('nightsHeld', t('fear.f.nightsHeld'), (slot) => (
      <BoundNumber slot={slot} label={t('fear.f.nightsHeld')} unit={t('fear.unit.nights')} />
    )),
    exceptionField<FearEvent, 'returned'>('returned', t('fear.f.returned'), (slot) => (
      <BoundYesNo slot={slot} label={t('fear.f.returned')} />
    )),
    exceptionField<FearEvent, 'returnedOn'>('returnedOn', t('fear.f.returnedOn'), (slot) => (
      <BoundDate slot={slot} label={t('fear.f.returnedOn')} />
    )),
    exceptionField<FearEvent, 'returnedTime'>('returnedTime', t('fear.f.returnedTime'), (slot) => (
      <BoundTime slot={slot} label={t('fear.f.returnedTime')} />
    )),
    exceptionField<FearEvent, 'returnedTo'>('returnedTo', t('fear.f.returnedTo'), (slot) => (
      <BoundPlace slot={slot} label={t('fear.f.returnedTo')} kinds={['city', 'port']} />
    )),
  ];
}

export function FearOptions(props: {
  readonly scope: Scope<FearEvent>;
  readonly file: CaseFile;
  readonly people: readonly NamedPerson[];
}): ReactNode {
  const t = useT();
  const go = useGo();
  const [opened, setOpened] = useState(false);
  const fields = useExceptionFields();
  const { scope, file, people } = props;
  return (
    <>
      <Button size="sm" variant="quiet" leftIcon="people" onClick={() => setOpened(true)}>
        {t('fear.more')}
      </Button>
      <Dialog title={t('fear.more')} opened={opened} onClose={() => setOpened(false)} size="lg">
        <div className="r-stack">
          <AboutPeople scope={scope} people={people} />
          <Exceptions scope={scope} people={people} fields={fields} />
          <SourceFields scope={scope} file={file} />
          <TakeBack scope={scope} label={t('fear.remove')} onDone={() => go({ to: 'case', caseId: file.id })} />
        </div>
      </Dialog>
    </>
  );
}
