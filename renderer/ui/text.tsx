import type { ReactNode } from 'react';

interface TextProps {
  readonly children: ReactNode;
  readonly id?: string;
}

/** The one h1 of a page. */
export function PageTitle({ children, id }: TextProps) {
  return (
    <h1 className="a-page-title" id={id} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function SectionTitle({ children, id, level = 2 }: TextProps & { readonly level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading className="a-section-title" id={id}>
      {children}
    </Heading>
  );
}

export function Muted({ children, id }: TextProps) {
  return (
    <span className="a-muted" id={id}>
      {children}
    </span>
  );
}

/** Numbers that line up under each other: times, A-numbers, counts. */
export function Mono({ children }: TextProps) {
  return <span className="a-mono">{children}</span>;
}

/** A key as printed on the keyboard. */
export function Key({ children }: TextProps) {
  return <kbd className="a-kbd">{children}</kbd>;
}
