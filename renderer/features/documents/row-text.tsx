/** One side of a row as it reads: serif type, gaps as chips. Enter or a click edits it. */
import { Fragment } from 'react';
import type { DraftInline } from '#shared/domain/draft.ts';

function styled(inline: Extract<DraftInline, { type: 'text' }>) {
  let text = <>{inline.text}</>;
  if (inline.underline) text = <u>{text}</u>;
  if (inline.em) text = <em>{text}</em>;
  if (inline.strong) text = <strong>{text}</strong>;
  return inline.lang ? <span lang={inline.lang}>{text}</span> : text;
}

export function InlineText({ inlines }: { readonly inlines: readonly DraftInline[] }) {
  return inlines.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no name but their place
    <Fragment key={index}>
      {inline.type === 'gap' ? <span className="d-gap">{inline.label}</span> : styled(inline)}
    </Fragment>
  ));
}
