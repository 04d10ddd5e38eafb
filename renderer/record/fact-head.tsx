/** What every fact carries: whom it is about, what differs for one of them, where it comes from, who may see it. */
import type { ReactNode } from 'react';
import type { Id, Source } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { BoundAbout, BoundSelect } from './bound-fields.tsx';
import { PlainText } from './bound-text.tsx';
import type { NamedPerson } from './names.ts';
import { type Scope, scopeOf, slotOf } from './slot.ts';
import { useBound } from './use-bound.ts';

export interface FactLike {
  readonly id: Id;
  readonly about: Id[];
  readonly source: Source;
  readonly notForFamily: boolean;
  readonly exceptions: Readonly<Record<Id, Readonly<Record<string, unknown>>>>;
}

export function AboutPeople<T extends FactLike>(props: {
  readonly scope: Scope<T>;
  readonly people: readonly NamedPerson[];
}): ReactNode {
  const t = useT();
  const about = slotOf<FactLike, 'about'>(props.scope, 'about');
  return <BoundAbout slot={about} label={t('record.about')} people={props.people} />;
}

const sourceKinds = ['clientWords', 'paper', 'observer', 'toldByOther'] as const;
const reliabilities = ['unrated', 'firstHand', 'secondHand', 'doubtful'] as const;

/** Source and reliability are two things; a paper is named. */
export function SourceFields<T extends FactLike>(props: {
  readonly scope: Scope<T>;
  readonly file: CaseFile;
}): ReactNode {
  const t = useT();
  const { scope, file } = props;
  const alone = useBound(slotOf<FactLike, 'notForFamily'>(scope, 'notForFamily'));
  // Each key by itself: another of them may be on its way to the disk.
  const source = scopeOf(scope.fileId, [...scope.path, 'source'], scope.record.source, scope.act);
  const kind = useBound(slotOf(source, 'kind'));
  const paperId = useBound(slotOf(source, 'paperId'));
  const papers = Object.values(file.papers).filter((paper) => paper.deleted === null);
  return (
    <div className="r-stack">
      <div className="r-three">
        <SelectField
          label={t('record.source.title')}
          value={kind.value}
          options={sourceKinds.map((value) => ({ value, label: t(`record.source.${value}`) }))}
          onChange={(next) => kind.write(sourceKinds.find((value) => value === next) ?? kind.value)}
        />
        {kind.value === 'paper' ? (
          <SelectField
            label={t('record.source.which')}
            value={paperId.value}
            clearable
            options={papers.map((paper) => ({ value: paper.id, label: paper.title || t(`paper.kind.${paper.kind}`) }))}
            onChange={paperId.write}
          />
        ) : null}
        <BoundSelect
          slot={slotOf(source, 'reliability')}
          label={t('record.reliability.title')}
          options={reliabilities.map((value) => ({ value, label: t(`record.reliability.${value}`) }))}
        />
      </div>
      <PlainText slot={slotOf(source, 'note')} label={t('record.source.note')} />
      <Checkbox label={t('record.notForFamily')} checked={alone.value} onChange={alone.write} />
    </div>
  );
}
