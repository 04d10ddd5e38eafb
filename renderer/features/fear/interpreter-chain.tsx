/** The relay of interpretation, link by link: Mam → Spanish by the brother, Spanish → English by telephone. */
import type { ReactNode } from 'react';
import type { interpreterLink } from '#shared/domain/fear.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import type { z } from 'zod';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundSelect } from '#renderer/record/bound-fields.tsx';
import { PlainText } from '#renderer/record/bound-text.tsx';
import { ItemList } from '#renderer/record/item-list.tsx';
import { itemsOf, slotOf, type Scope } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { LanguageField } from '#renderer/ui/language-field.tsx';
import { blankLink } from './fear-blanks.ts';
import { interpreterKindOptions, qualityOptions } from './fear-options.ts';
import type { StepProps } from './step-parts.tsx';

type Link = z.infer<typeof interpreterLink>;

function LinkFields({ scope }: { readonly scope: Scope<Link> }): ReactNode {
  const t = useT();
  const from = useBound(slotOf(scope, 'from'));
  const to = useBound(slotOf(scope, 'to'));
  return (
    <div className="r-stack">
      <div className="fear-link">
        <LanguageField
          label={t('fear.interpreters.from')}
          value={from.value}
          onChange={(tag) => tag !== null && from.write(tag)}
        />
        <LanguageField
          label={t('fear.interpreters.to')}
          value={to.value}
          onChange={(tag) => tag !== null && to.write(tag)}
        />
        <PlainText slot={slotOf(scope, 'who')} label={t('fear.interpreters.who')} />
        <BoundSelect
          slot={slotOf(scope, 'kind')}
          label={t('fear.interpreters.kind')}
          options={interpreterKindOptions(t)}
        />
      </div>
      <BoundChoice slot={slotOf(scope, 'quality')} label={t('fear.interpreters.quality')} options={qualityOptions(t)} />
    </div>
  );
}

export function InterpreterChain({ scope, ownLanguage }: Pick<StepProps, 'scope' | 'ownLanguage'>): ReactNode {
  const t = useT();
  const language = useLanguage();
  const links = itemsOf(scope, 'interpreters', scope.record.interpreters, (a, b) => a.order - b.order);
  const name = (link: Link, index: number): string =>
    `${t('fear.interpreters.n', { n: index + 1 })} · ${languageLabel(link.from, language)} → ${languageLabel(link.to, language)}`;
  return (
    <ItemList
      scope={scope}
      collection="interpreters"
      items={links}
      title={t('fear.interpreters.title')}
      addLabel={t('fear.interpreters.add')}
      removeLabel={t('fear.interpreters.remove')}
      nameOf={name}
      blank={(id) => blankLink(id, scope.record, ownLanguage)}
      render={(item) => <LinkFields scope={item} />}
    />
  );
}
