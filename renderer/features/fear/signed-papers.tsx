/** Papers they were made to sign: in which language, understood, read to them, copy given. */
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { signedPaper } from '#shared/domain/fear.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundLanguage, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { ItemList } from '#renderer/record/item-list.tsx';
import { itemsOf, slotOf, type Scope } from '#renderer/record/slot.ts';
import { blankSignedPaper } from './fear-blanks.ts';
import { understoodOptions } from './fear-options.ts';
import { Pair, type StepProps } from './step-parts.tsx';

function PaperFields({ scope }: { readonly scope: Scope<z.infer<typeof signedPaper>> }): ReactNode {
  const t = useT();
  return (
    <div className="r-stack">
      <Pair>
        <PlainText slot={slotOf(scope, 'what')} label={t('fear.papers.what')} />
        <BoundLanguage slot={slotOf(scope, 'language')} label={t('fear.papers.language')} />
      </Pair>
      <BoundChoice
        slot={slotOf(scope, 'understood')}
        label={t('fear.papers.understood')}
        options={understoodOptions(t)}
      />
      <BoundYesNo slot={slotOf(scope, 'readBack')} label={t('fear.papers.readBack')} />
      <BoundYesNo slot={slotOf(scope, 'copyGiven')} label={t('fear.papers.copyGiven')} />
      <BoundYesNo slot={slotOf(scope, 'forced')} label={t('fear.papers.forced')} />
    </div>
  );
}

export function SignedPapers({ scope }: Pick<StepProps, 'scope'>): ReactNode {
  const t = useT();
  return (
    <ItemList
      scope={scope}
      collection="signedPapers"
      items={itemsOf(scope, 'signedPapers', scope.record.signedPapers)}
      title={t('fear.papers.title')}
      addLabel={t('fear.papers.add')}
      removeLabel={t('fear.papers.remove')}
      nameOf={(_, index) => t('fear.papers.n', { n: index + 1 })}
      blank={blankSignedPaper}
      render={(item) => <PaperFields scope={item} />}
    />
  );
}
