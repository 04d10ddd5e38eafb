/** Facts of the case with a box each: a declaration tells those that are ticked. */
import type { FactRef } from '#shared/domain/draft.ts';
import { factsForDeclaration, openingRef } from '#shared/documents/build.ts';
import { sameFact } from '#shared/documents/fact-ref.ts';
import { chooseFact } from '#shared/documents/take-in.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { SectionTitle } from '#renderer/ui/text.tsx';
import { factName } from './fact-words.ts';
import type { OpenDocument } from './use-document.ts';

interface FactListProps {
  readonly document: OpenDocument;
  readonly names: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
}

export function FactList({ document: { context, tools, act, mark }, names, readOnly }: FactListProps) {
  const t = useT();
  const { draft, file } = context;
  const declarant = draft.about[0] ?? '';
  const told = factsForDeclaration(file, declarant).map(
    ({ collection, id }): FactRef => ({ collection, id, field: '' }),
  );
  const toggle = (ref: FactRef, isChosen: boolean): void => {
    void act('draft.factsChosen', (before) => chooseFact(before, ref, isChosen, tools, mark()));
  };
  const box = (ref: FactRef, label: string) => (
    <li key={`${ref.collection}:${ref.id}`}>
      <Checkbox
        label={label}
        checked={draft.facts.some(sameFact(ref))}
        disabled={readOnly}
        onChange={(isChosen) => toggle(ref, isChosen)}
      />
    </li>
  );
  return (
    <section aria-labelledby="d-facts">
      <SectionTitle id="d-facts">{t('documents.facts.title')}</SectionTitle>
      <ul className="d-facts">
        {box(openingRef(declarant), t('documents.facts.opening'))}
        {told
          .filter((ref) => !readOnly || draft.facts.some(sameFact(ref)))
          .map((ref) => box(ref, factName(names, ref, t)))}
      </ul>
      {told.length === 0 ? <p className="d-quiet">{t('documents.facts.none')}</p> : null}
    </section>
  );
}

/** Papers that the case holds, only when there are any: each is an exhibit in the making. */
export function PaperList({ document: { context }, names }: Pick<FactListProps, 'document' | 'names'>) {
  const t = useT();
  const about = context.draft.about[0] ?? '';
  const papers = Object.values(context.file.papers).filter(
    (paper) => paper.deleted === null && !paper.notForFamily && paper.about.includes(about),
  );
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="d-papers">
      <SectionTitle id="d-papers">{t('documents.facts.papers')}</SectionTitle>
      <ul className="d-papers">
        {papers.map((paper) => (
          <li key={paper.id}>{names.get(`papers:${paper.id}`) ?? t(`paper.kind.${paper.kind}`)}</li>
        ))}
      </ul>
    </section>
  );
}
