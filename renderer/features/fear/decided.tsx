/** An irregularity on which somebody decided; it can be decided again, the old decision stays in the history. */
import type { ReactNode } from 'react';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Irregularity } from '#shared/domain/fear.ts';
import { irregularityDefinition, irregularityLabel } from '#shared/reference/irregularities.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { BoundSelect } from '#renderer/record/bound-fields.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { namedPeople } from '#renderer/record/names.ts';
import { scopeOf, slotOf } from '#renderer/record/slot.ts';
import { useSetValue } from '#renderer/store/use-field.ts';
import { markNow, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';

export function Decided({
  file,
  irregularity,
}: {
  readonly file: CaseFile;
  readonly irregularity: Irregularity;
}): ReactNode {
  const t = useT();
  const language = useLanguage();
  const session = useSession();
  const setValue = useSetValue(file.id);
  const path = ['irregularities', irregularity.id];
  const scope = scopeOf(file.id, path, irregularity, 'irregularity.changed');
  const isDropped = irregularity.decision === 'dropped';

  function decideAgain(): void {
    const mark = markNow(session);
    void setValue([...path, 'deleted'], mark, 'irregularity.changed');
  }

  return (
    <section className="fear-proposal" data-decision={irregularity.decision}>
      <div className="fear-proposal-head">
        <h2>{irregularityLabel(irregularity.type, language)}</h2>
        <Tag tone={isDropped ? 'neutral' : 'accent'} icon={isDropped ? 'close' : 'check'}>
          {t(`fear.addsUp.${irregularity.decision}`)}
        </Tag>
        <Button size="sm" variant="quiet" leftIcon="refresh" onClick={decideAgain}>
          {t('fear.addsUp.undo')}
        </Button>
      </div>
      {isDropped ? null : (
        <>
          <p className="fear-definition">{irregularityDefinition(irregularity.type, language)}</p>
          <details className="r-details">
            <summary>{t('fear.details')}</summary>
            <div className="r-stack">
              <AboutPeople scope={scope} people={namedPeople(file, t)} />
              <BoundSelect
                slot={slotOf(scope, 'basis')}
                label={t('fear.addsUp.basis')}
                options={(['firstHand', 'told', 'paper'] as const).map((value) => ({
                  value,
                  label: t(`fear.basis.${value}`),
                }))}
              />
              <BoundWords slot={slotOf(scope, 'note')} label={t('fear.addsUp.noteLabel')} language="es" minRows={2} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
