/** The bar under a final document: its code, whether it is signed, and the steps that may come next. */
import { useState } from 'react';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { type LifeState, lifeOf, nextSteps } from '#shared/documents/life.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';
import { newId, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { Mono } from '#renderer/ui/text.tsx';
import { lifeWord } from './life-words.ts';
import { withStep } from './draft-edits.ts';
import { signedLanguage, standingVersion } from './make-pdf.ts';
import { ScanDialog } from './scan-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import type { OpenDocument } from './use-document.ts';
import type { Output } from './use-output.ts';

type Shown = LifeState | null;

export function LifeBar({ document, output }: { readonly document: OpenDocument; readonly output: Output }) {
  const t = useT();
  const { role } = useSession();
  const [shown, setShown] = useState<Shown>(null);
  const { context, act, mark } = document;
  const { draft } = context;
  const version = standingVersion(draft);
  const kind = templateOf(context, signedLanguage(draft))?.kind ?? 'declaration';
  const state = lifeOf(draft);
  const isSigned = version?.signedScan !== null && version?.signedScan !== undefined;
  const isCarried = isHandedOver(draft.templateId);
  const all = nextSteps({ state, kind, asRepresentative: false, role, isReady: true });
  // Nobody signs what a client carries, and it bears no code.
  const steps = all.filter((step) => !isCarried || step.state !== 'signed');
  const take = (next: LifeState): void => {
    if (next === 'draft')
      void act('draft.newVersion', (before) => withStep(before, { id: newId(), state: 'draft', ...mark() }));
    else if (next === 'printed') void output.print(signedLanguage(draft));
    else setShown(next);
  };
  return (
    <section className="d-bar" aria-labelledby="d-life" data-pane="before-signing">
      <h2 id="d-life">{lifeWord(draft.templateId, state, t)}</h2>
      {version === null || isCarried ? null : (
        <span className="d-code">
          {t('documents.life.code')} <Mono>{version.code || t('documents.life.noCode')}</Mono>
        </span>
      )}
      {isCarried ? null : (
        <Tag tone={isSigned ? 'accent' : 'warning'} icon={isSigned ? 'done' : 'pending'}>
          {t(isSigned ? 'documents.life.signed' : 'life.unsigned')}
        </Tag>
      )}
      {version?.signedScan?.codeFound === false ? <Tag>{t('documents.life.byEye')}</Tag> : null}
      <div className="d-steps">
        {steps.map(({ state: next, refusal }) => (
          <Button
            key={next}
            size="sm"
            variant={next === 'signed' || next === 'readyToFile' ? 'primary' : 'default'}
            disabled={refusal !== null}
            busy={next === 'printed' && output.busy}
            describedBy={refusal === null ? undefined : 'd-refusal'}
            onClick={() => take(next)}
          >
            {t(`life.step.${next}`)}
          </Button>
        ))}
      </div>
      {steps.some((step) => step.refusal !== null) ? (
        <span className="d-quiet" id="d-refusal">
          {t('life.refusal.practitionerOnly')}
        </span>
      ) : null}
      {shown === 'signed' && version !== null ? (
        <ScanDialog document={document} version={version} onClose={() => setShown(null)} />
      ) : null}
      {shown !== null && shown !== 'signed' ? (
        <StepDialog document={document} state={shown} onClose={() => setShown(null)} />
      ) : null}
    </section>
  );
}
