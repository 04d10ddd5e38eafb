/** The page of one fact that is not a fear event: title, what is missing, parts one below the other. */
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { PageTitle, SectionTitle } from '#renderer/ui/text.tsx';
import './record.css';

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="r-part">
      <SectionTitle>{title}</SectionTitle>
      {children}
    </section>
  );
}

interface FactPageProps {
  readonly title: string;
  readonly caseId: Id;
  /** Required items that are not answered, by name. */
  readonly missing: readonly string[];
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function FactPage(props: FactPageProps): ReactNode {
  const t = useT();
  const go = useGo();
  return (
    <div className="r-page">
      <div className="r-page-main">
        <header className="r-page-head">
          <LinkButton
            onClick={() => go({ to: 'case', caseId: props.caseId })}
          >{`‹ ${t('record.backToClient')}`}</LinkButton>
          <PageTitle>{props.title}</PageTitle>
        </header>
        {props.children}
      </div>
      <aside className="r-page-side" aria-label={t('record.missingTitle')}>
        {props.aside === undefined ? null : <div className="r-row">{props.aside}</div>}
        <Missing items={props.missing} />
      </aside>
    </div>
  );
}

/** What is missing to be complete, by name; it stops nothing. */
export function Missing({ items }: { readonly items: readonly string[] }): ReactNode {
  const t = useT();
  return (
    <section className="r-side-part">
      <SectionTitle>{t('record.missingTitle')}</SectionTitle>
      <div className="r-box">
        {items.length === 0 ? (
          <p>{t('record.complete')}</p>
        ) : (
          <ul className="r-missing">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )}
        {items.length === 0 ? null : <p className="r-quiet">{t('record.missingHint')}</p>}
      </div>
    </section>
  );
}
