/**
 * What the event adds up to: proposals of the rules, each with its definition and the fact it comes from. A person
 * accepts, changes or drops; an accepted one becomes a fact that repeats nothing of the event.
 */
import { type ReactNode, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { type FearEvent, type FearStep, type Irregularity, irregularity } from '#shared/domain/fear.ts';
import type { Result } from '#shared/errors.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { irregularityTypes } from '#shared/reference/irregularities.ts';
import type { Finding } from '#shared/rules/finding.ts';
import { findForFearEvent, linkOf, openFindings } from '#shared/rules/triggers.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { Scope } from '#renderer/record/slot.ts';
import { useOnce } from '#renderer/record/use-once.ts';
import type { Change } from '#renderer/store/contract.ts';
import { newId, recordedNow, useCommit, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Muted } from '#renderer/ui/text.tsx';
import { Decided } from './decided.tsx';
import { stepsLeft } from './gate.ts';
import { Proposal } from './proposal.tsx';

export interface AddsUpProps {
  readonly file: CaseFile;
  readonly scope: Scope<FearEvent>;
  readonly onGo: (step: FearStep) => void;
}

interface NewIrregularity {
  readonly type: string;
  readonly about: readonly Id[];
  readonly triggers: readonly string[];
  readonly decision: Irregularity['decision'];
}

/** Writes decisions as irregularity facts linked to the event. */
function useDecide(event: FearEvent, fileId: Id): (made: readonly NewIrregularity[]) => Promise<Result<unknown>> {
  const session = useSession();
  const commit = useCommit();
  return (made) => {
    const changes: Change[] = made.map((one) => {
      const id = newId();
      const fact = irregularity.parse({
        id,
        ...one,
        ...linkOf({ collection: 'fearEvents', id: event.id }),
        notForFamily: event.notForFamily,
        source: event.source,
        recorded: recordedNow(session),
      });
      return { path: ['irregularities', id], value: fact };
    });
    return commit({ label: 'irregularity.changed', edits: [{ fileId, changes }] });
  };
}

export function AddsUp({ file, scope, onGo }: AddsUpProps): ReactNode {
  const t = useT();
  const event = scope.record;
  const decide = useDecide(event, file.id);
  const open = openFindings(file, findForFearEvent(file, event));
  const once = useOnce(open.map((finding) => finding.type));
  const left = stepsLeft(event);
  if (left.length > 0) {
    const steps = left.map((step) => t(`fear.stepLower.${step}`)).join(', ');
    return (
      <div className="r-box r-box-quiet">
        <p>{t('fear.addsUp.closed')}</p>
        <p>{left[0] === 'account' ? t('fear.addsUp.leftAccount') : t('fear.addsUp.left', { steps })}</p>
        <div className="r-row">
          {left.map((step) => (
            <Button key={step} size="sm" onClick={() => onGo(step)}>
              {t(`fear.step.${step}`)}
            </Button>
          ))}
        </div>
      </div>
    );
  }

  const decided = liveFacts(file, 'irregularities').filter((one) => one.fearEventId === event.id);
  const aboutOf = (finding: Finding): readonly Id[] => (finding.people.length > 0 ? finding.people : event.about);
  const asDecision = (finding: Finding, decision: Irregularity['decision'], type = finding.type): NewIrregularity => ({
    type,
    about: aboutOf(finding),
    triggers: finding.triggers,
    decision,
  });
  return (
    <div className="r-stack">
      <Muted>{open.length + decided.length === 0 ? t('fear.addsUp.none') : t('fear.addsUp.intro')}</Muted>
      {open.map((finding) => (
        <Proposal
          key={finding.type}
          finding={finding}
          onAccept={() => once(finding.type, () => decide([asDecision(finding, 'accepted')]))}
          onDrop={() => once(finding.type, () => decide([asDecision(finding, 'dropped')]))}
          onChange={(type) =>
            once(finding.type, () => decide([asDecision(finding, 'dropped'), asDecision(finding, 'accepted', type)]))
          }
        />
      ))}
      {decided.map((one) => (
        <Decided key={one.id} file={file} irregularity={one} />
      ))}
      <AddIrregularity
        taken={decided.filter((one) => one.decision !== 'dropped').map((one) => one.type)}
        onAdd={(type) => void decide([{ type, about: event.about, triggers: [], decision: 'added' }])}
      />
    </div>
  );
}

function AddIrregularity(props: {
  readonly taken: readonly string[];
  readonly onAdd: (type: string) => void;
}): ReactNode {
  const t = useT();
  const language = useLanguage();
  const [type, setType] = useState<string | null>(null);
  return (
    <div className="fear-proposal-foot">
      <SelectField
        label={t('fear.addsUp.add')}
        value={type}
        searchable
        clearable
        options={irregularityTypes
          .filter((entry) => !props.taken.includes(entry.code))
          .map((entry) => ({ value: entry.code, label: entry.name[language] }))}
        onChange={setType}
      />
      <Button
        leftIcon="add"
        disabled={type === null}
        onClick={() => {
          if (type !== null) props.onAdd(type);
          setType(null);
        }}
      >
        {t('fear.addsUp.add')}
      </Button>
    </div>
  );
}
