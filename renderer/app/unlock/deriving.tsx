import { useT } from '#renderer/i18n/i18n.ts';

/** While the key is derived. The bar is a clock, not a measure: the derivation itself cannot be watched. */
export function Deriving({ isNew }: { readonly isNew: boolean }) {
  const t = useT();
  return (
    <div className="u-step u-deriving" role="status">
      <h1>{t(isNew ? 'unlock.making' : 'unlock.opening')}</h1>
      <div className="u-bar" aria-hidden="true">
        <span />
      </div>
      <p className="u-note">{t('unlock.onPurpose')}</p>
    </div>
  );
}
