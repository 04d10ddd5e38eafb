import type { CSSProperties, ReactNode } from 'react';

interface LayoutProps {
  readonly children: ReactNode;
  /** Space between, in steps of 4 px. */
  readonly gap?: number;
}

/** One below the other. */
export function Stack({ children, gap = 3 }: LayoutProps) {
  return (
    <div className="a-stack" style={{ gap: gap * 4 }}>
      {children}
    </div>
  );
}

interface RowProps extends LayoutProps {
  readonly align?: 'center' | 'start' | 'end' | 'baseline';
  readonly justify?: 'start' | 'between' | 'end';
  readonly wrap?: boolean;
}

/** Side by side, wrapping when there is no room. */
export function Row({ children, gap = 2, align = 'center', justify = 'start', wrap = true }: RowProps) {
  const style: CSSProperties = {
    gap: gap * 4,
    alignItems: align === 'start' || align === 'end' ? `flex-${align}` : align,
    justifyContent: justify === 'between' ? 'space-between' : `flex-${justify}`,
    flexWrap: wrap ? 'wrap' : 'nowrap',
  };
  return (
    <div className="a-row" style={style}>
      {children}
    </div>
  );
}

/** Equal columns that fall below each other when narrower than `min` pixels. */
export function Columns({ children, gap = 4, min = 240 }: LayoutProps & { readonly min?: number }) {
  return (
    <div
      className="a-columns"
      style={{ gap: gap * 4, gridTemplateColumns: `repeat(auto-fit, minmax(min(${min}px, 100%), 1fr))` }}
    >
      {children}
    </div>
  );
}
