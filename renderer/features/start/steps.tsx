import { type Key, useT } from '#renderer/i18n/i18n.ts';

const names = ['start.step.you', 'start.step.passphrase', 'start.step.sheet'] as const satisfies readonly Key[];

/** Where one stands in the first start. */
export function Steps({ at }: { readonly at: 1 | 2 | 3 }) {
  const t = useT();
  return (
    <ol className="u-steps" aria-label={t('start.steps')}>
      {names.map((name, index) => (
        <li key={name} aria-current={index + 1 === at ? 'step' : undefined} data-done={index + 1 < at || undefined}>
          <span>{index + 1}</span> {t(name)}
        </li>
      ))}
    </ol>
  );
}
