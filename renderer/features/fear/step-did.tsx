/** What they did: pressure, restraints, lawyer, fingerprints, papers, notes. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundNumber, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { counselOptions } from './fear-options.ts';
import { RestraintList } from './restraint-list.tsx';
import { SignedPapers } from './signed-papers.tsx';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';

export function StepDid({ scope, people }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack">
      <BoundYesNo slot={field('prevented')} label={t('fear.f.prevented')} />
      <BoundYesNo slot={field('restrained')} label={t('fear.f.restrained')} />
      {valueOf(scope.record.restrained) === 'yes' || Object.keys(scope.record.restraints).length > 0 ? (
        <RestraintList scope={scope} people={people} />
      ) : null}
      <BoundYesNo slot={field('counselAsked')} label={t('fear.f.counselAsked')} />
      <BoundYesNo slot={field('biometricsTaken')} label={t('fear.f.biometricsTaken')} />
      <SignedPapers scope={scope} />
      <BoundYesNo slot={field('notesReadBack')} label={t('fear.f.notesReadBack')} />
      <Details
        scope={scope}
        keys={[
          'chanceToCorrect',
          'counselAllowed',
          'counselMinutes',
          'counselPrivate',
          'preparationMinutes',
          'privateRoom',
          'toldOfSharing',
          'sharedWithMexico',
        ]}
      >
        <BoundYesNo slot={field('chanceToCorrect')} label={t('fear.f.chanceToCorrect')} />
        <BoundChoice slot={field('counselAllowed')} label={t('fear.f.counselAllowed')} options={counselOptions(t)} />
        <Pair>
          <BoundNumber
            slot={field('counselMinutes')}
            label={t('fear.f.counselMinutes')}
            unit={t('fear.unit.minutes')}
          />
          <BoundNumber
            slot={field('preparationMinutes')}
            label={t('fear.f.preparationMinutes')}
            unit={t('fear.unit.minutes')}
          />
        </Pair>
        <BoundYesNo slot={field('counselPrivate')} label={t('fear.f.counselPrivate')} />
        <BoundYesNo slot={field('privateRoom')} label={t('fear.f.privateRoom')} />
        <BoundYesNo slot={field('toldOfSharing')} label={t('fear.f.toldOfSharing')} />
        <BoundYesNo slot={field('sharedWithMexico')} label={t('fear.f.sharedWithMexico')} />
      </Details>
    </div>
  );
}
