import { type ReactNode, useId } from 'react';

interface CardProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
}

/** Something that can be picked up: a record, a document. */
export function Card({ children, title, aside }: CardProps) {
  const id = useId();
  if (title === undefined) return <div className="a-card">{children}</div>;
  return (
    <section className="a-card" aria-labelledby={id}>
      <div className="a-card-head">
        <h3 id={id}>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A titled block without a frame around the title; the content stands in a frame. */
export function Panel({ children, title, aside }: CardProps) {
  const id = useId();
  return (
    <section className="a-panel" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="a-panel-head">
          <h2 id={id}>{title}</h2>
          {aside}
        </div>
      )}
      <div className="a-panel-body">{children}</div>
    </section>
  );
}
