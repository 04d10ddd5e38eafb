/** What every fact carries: whom it is about, what differs for one of them, where it comes from, who may see it. */
import type { ReactNode } from 'react';
import type { Id, Source } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { BoundAbout } from './bound-fields.tsx';
import { PlainText } from './bound-text.tsx';
import type { NamedPerson } from './names.ts';
import { slotOf, type Scope } from './slot.ts';
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
  const bound = useBound(slotOf<FactLike, 'source'>(scope, 'source'));
  const source = bound.value;
  const write = (key: keyof Source, value: unknown): void => bound.write({ ...source, [key]: value });
  const papers = Object.values(file.papers).filter((paper) => paper.deleted === null);
  return (
    <div className="r-stack">
      <div className="r-three">
        <SelectField
          label={t('record.source.title')}
          value={source.kind}
          options={sourceKinds.map((kind) => ({ value: kind, label: t(`record.source.${kind}`) }))}
          onChange={(kind) => kind !== null && write('kind', kind)}
        />
        {source.kind === 'paper' ? (
          <SelectField
            label={t('record.source.which')}
            value={source.paperId}
            clearable
            options={papers.map((paper) => ({ value: paper.id, label: paper.title || t(`paper.kind.${paper.kind}`) }))}
            onChange={(paperId) => write('paperId', paperId)}
          />
        ) : null}
        <SelectField
          label={t('record.reliability.title')}
          value={source.reliability}
          options={reliabilities.map((value) => ({ value, label: t(`record.reliability.${value}`) }))}
          onChange={(value) => value !== null && write('reliability', value)}
        />
      </div>
      <PlainText
        slot={{ fileId: scope.fileId, path: [...scope.path, 'source', 'note'], value: source.note, act: scope.act }}
        label={t('record.source.note')}
      />
      <Checkbox label={t('record.notForFamily')} checked={alone.value} onChange={alone.write} />
    </div>
  );
}
