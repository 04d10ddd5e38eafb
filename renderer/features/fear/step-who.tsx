/** Who was there: each officer as far as he was seen, and everybody else. */
import type { ReactNode } from 'react';
import type { Officer } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundText, PlainText } from '#renderer/record/bound-text.tsx';
import { ItemList } from '#renderer/record/item-list.tsx';
import { itemsOf, slotOf, type Scope } from '#renderer/record/slot.ts';
import { agencyOptions } from './fear-options.ts';
import { blankOfficer } from './fear-blanks.ts';
import { Details, fieldsOf, Pair, type StepProps } from './step-parts.tsx';

function OfficerFields({ scope }: { readonly scope: Scope<Officer> }): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <BoundChoice slot={slotOf(scope, 'agency')} label={t('fear.officer.agency')} options={agencyOptions(t)} />
      <Pair>
        <BoundText slot={slotOf(scope, 'role')} label={t('fear.officer.role')} />
        <BoundText slot={slotOf(scope, 'uniform')} label={t('fear.officer.uniform')} />
      </Pair>
      <Pair>
        <BoundText slot={slotOf(scope, 'name')} label={t('fear.officer.name')} />
        <BoundText slot={slotOf(scope, 'badge')} label={t('fear.officer.badge')} />
      </Pair>
      <Pair>
        <BoundText slot={slotOf(scope, 'unit')} label={t('fear.officer.unit')} />
        <PlainText slot={slotOf(scope, 'description')} label={t('fear.officer.description')} />
      </Pair>
    </div>
  );
}

export function StepWho({ scope }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  const officers = itemsOf(scope, 'officers', scope.record.officers);
  return (
    <div className="r-stack">
      <ItemList
        scope={scope}
        collection="officers"
        items={officers}
        title={t('fear.officers.title')}
        empty={t('fear.officers.empty')}
        addLabel={t('fear.officers.add')}
        removeLabel={t('fear.officers.remove')}
        nameOf={(_, index) => t('fear.officers.n', { n: index + 1 })}
        blank={blankOfficer}
        render={(item) => <OfficerFields scope={item} />}
      />
      <BoundText slot={field('othersPresent')} label={t('fear.f.othersPresent')} />
      <BoundYesNo slot={field('childrenPresent')} label={t('fear.f.childrenPresent')} />
      <Details scope={scope} keys={['witnesses']}>
        <BoundText slot={field('witnesses')} label={t('fear.f.witnesses')} />
      </Details>
    </div>
  );
}
