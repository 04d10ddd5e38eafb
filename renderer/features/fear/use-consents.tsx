/** What this account may be used for; nothing is assumed. */
import { type ReactNode, useId } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import type { StepProps } from './step-parts.tsx';
import { useBound } from '#renderer/record/use-bound.ts';

const uses = ['court', 'complaint', 'press', 'statistics'] as const;
type Use = (typeof uses)[number];

export function UseConsents({ scope }: Pick<StepProps, 'scope'>): ReactNode {
  const t = useT();
  return (
    <section className="r-part">
      <h2>{t('fear.consents.title')}</h2>
      {uses.map((use) => (
        <UseLine key={use} scope={scope} use={use} />
      ))}
    </section>
  );
}

function UseLine({ scope, use }: Pick<StepProps, 'scope'> & { readonly use: Use }): ReactNode {
  const t = useT();
  const name = useId();
  const { value: given, write } = useBound({
    fileId: scope.fileId,
    path: [...scope.path, 'useConsents', use],
    value: scope.record.useConsents[use],
    act: scope.act,
  });
  const radio = (value: 'yes' | 'no' | undefined, label: string): ReactNode => (
    <label>
      <input type="radio" name={name} checked={given === value} onChange={() => write(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className="fear-use">
      <legend>{t(`fear.consent.${use}`)}</legend>
      <div className="fear-use-choices">
        <div className="a-segments">
          {radio('yes', t('record.yes'))}
          {radio('no', t('record.no'))}
        </div>
        <div className="a-apart">{radio(undefined, t('record.notAskedYet'))}</div>
      </div>
    </fieldset>
  );
}
