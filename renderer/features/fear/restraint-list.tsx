/** Restraints, each for one person and one part of the day (features.md SR18). */
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { restraint } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundSelect, BoundTime, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { ItemList } from '#renderer/record/item-list.tsx';
import type { NamedPerson } from '#renderer/record/names.ts';
import { itemsOf, slotOf, type Scope } from '#renderer/record/slot.ts';
import { blankRestraint } from './fear-blanks.ts';
import { duringOptions, restraintOptions } from './fear-options.ts';
import { Pair, type StepProps } from './step-parts.tsx';

type Restraint = z.infer<typeof restraint>;

function RestraintFields(props: {
  readonly scope: Scope<Restraint>;
  readonly people: readonly NamedPerson[];
}): ReactNode {
  const t = useT();
  const { scope } = props;
  return (
    <div className="r-stack">
      <div className="r-three">
        <BoundSelect
          slot={slotOf(scope, 'personId')}
          label={t('fear.restraints.person')}
          options={props.people.map((person) => ({ value: person.id, label: person.name }))}
        />
        <BoundSelect slot={slotOf(scope, 'kind')} label={t('fear.restraints.kind')} options={restraintOptions(t)} />
        <BoundSelect slot={slotOf(scope, 'during')} label={t('fear.restraints.during')} options={duringOptions(t)} />
      </div>
      <Pair>
        <BoundTime slot={slotOf(scope, 'from')} label={t('fear.restraints.from')} />
        <BoundTime slot={slotOf(scope, 'until')} label={t('fear.restraints.until')} />
      </Pair>
      <BoundYesNo slot={slotOf(scope, 'childOrPregnant')} label={t('fear.restraints.childOrPregnant')} />
      <BoundText slot={slotOf(scope, 'reasonGiven')} label={t('fear.restraints.reason')} />
    </div>
  );
}

export function RestraintList({ scope, people }: Pick<StepProps, 'scope' | 'people'>): ReactNode {
  const t = useT();
  const first = scope.record.about[0] ?? people[0]?.id;
  if (first === undefined) return null;
  return (
    <ItemList
      scope={scope}
      collection="restraints"
      items={itemsOf(scope, 'restraints', scope.record.restraints)}
      title={t('fear.restraints.title')}
      addLabel={t('fear.restraints.add')}
      removeLabel={t('fear.restraints.remove')}
      nameOf={(item) => people.find((person) => person.id === item.personId)?.name ?? ''}
      blank={(id) => blankRestraint(id, first)}
      render={(item) => <RestraintFields scope={item} people={people} />}
    />
  );
}
