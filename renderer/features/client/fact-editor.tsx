/** The form of a fact where it stands: whatever its kind, opened in place. */
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { type NamedPerson, namedPeople, ownLanguage } from '#renderer/record/names.ts';
import { scopeOf } from '#renderer/record/slot.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { AttemptForm } from './forms/attempt-form.tsx';
import { ChannelForm } from './forms/channel-form.tsx';
import { EncounterForm } from './forms/encounter-form.tsx';
import { IrregularityForm } from './forms/irregularity-form.tsx';
import { PaperForm } from './forms/paper-form.tsx';
import { ProgrammeForm } from './forms/programme-form.tsx';
import { RepresentationForm } from './forms/representation-form.tsx';
import { SeparationForm } from './forms/separation-form.tsx';
import { StayForm } from './forms/stay-form.tsx';
import { VulnerabilityForm } from './forms/vulnerability-form.tsx';

interface FactEditorProps {
  readonly file: CaseFile;
  readonly collection: string;
  readonly factId: Id;
  readonly onClose: () => void;
}

function languageOf(people: readonly NamedPerson[], about: readonly Id[]): string {
  const person = people.find((one) => about.includes(one.id)) ?? people[0];
  return ownLanguage(person?.person);
}

export function FactEditor(props: FactEditorProps): ReactNode {
  const { onClose } = props;
  return (
    <EnterGoesOn className="client-editor" onEscape={onClose}>
      <EditorForm {...props} />
    </EnterGoesOn>
  );
}

function EditorForm({ file, collection, factId }: FactEditorProps): ReactNode {
  const t = useT();
  const people = namedPeople(file, t);
  const shared = (about: readonly Id[]) => ({ file, people, language: languageOf(people, about) });
  switch (collection) {
    case 'encounters': {
      const fact = file.encounters[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'encounter.changed');
      return <EncounterForm {...shared(fact.about)} scope={scope} />;
    }
    case 'stays': {
      const fact = file.stays[factId];
      if (fact === undefined) return null;
      return <StayForm {...shared(fact.about)} scope={scopeOf(file.id, [collection, factId], fact, 'stay.changed')} />;
    }
    case 'papers': {
      const fact = file.papers[factId];
      if (fact === undefined) return null;
      return (
        <PaperForm {...shared(fact.about)} scope={scopeOf(file.id, [collection, factId], fact, 'paper.changed')} />
      );
    }
    case 'channels': {
      const fact = file.channels[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'channel.changed');
      return <ChannelForm {...shared(fact.about)} scope={scope} />;
    }
    case 'attempts': {
      const fact = file.attempts[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'attempt.added');
      return <AttemptForm {...shared(fact.about)} scope={scope} />;
    }
    case 'separations': {
      const fact = file.separations[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'separation.changed');
      return <SeparationForm {...shared(fact.people)} scope={scope} />;
    }
    case 'vulnerabilities': {
      const fact = file.vulnerabilities[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'vulnerability.changed');
      return <VulnerabilityForm {...shared(fact.about)} scope={scope} />;
    }
    case 'irregularities': {
      const fact = file.irregularities[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'irregularity.entered');
      return <IrregularityForm {...shared(fact.about)} scope={scope} />;
    }
    case 'programme': {
      const fact = file.programme[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'programme.changed');
      return <ProgrammeForm {...shared(fact.about)} scope={scope} />;
    }
    case 'representation': {
      const fact = file.representation[factId];
      if (fact === undefined) return null;
      const scope = scopeOf(file.id, [collection, factId], fact, 'representation.changed');
      return <RepresentationForm {...shared(fact.about)} scope={scope} />;
    }
    default:
      return <OwnPage file={file} collection={collection} factId={factId} />;
  }
}

/** Facts with a page of their own are opened there. */
function OwnPage({ file, collection, factId }: Omit<FactEditorProps, 'onClose'>): ReactNode {
  const t = useT();
  const go = useGo();
  const caseId = file.id;
  const open: Readonly<Record<string, () => void>> = {
    fearEvents: () => go({ to: 'fear', caseId, factId }),
    harms: () => go({ to: 'harm', caseId, factId }),
    hearings: () => go({ to: 'hearing', caseId, factId }),
    screenings: () => go({ to: 'screening', caseId, factId }),
    people: () => go({ to: 'person', caseId, personId: factId, tab: 'person' }),
  };
  const act = open[collection];
  if (act === undefined) return null;
  return (
    <div className="r-row">
      <Button size="sm" leftIcon="edit" onClick={act}>
        {t('client.open')}
      </Button>
    </div>
  );
}
