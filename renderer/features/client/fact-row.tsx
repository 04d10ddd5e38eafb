/** A row of a list that opens its form in place. */
import { type ReactNode, useId } from 'react';
import type { Id, Words } from '#shared/domain/base.ts';
import type { TabProps } from './client-page.tsx';
import { FactEditor } from './fact-editor.tsx';

interface FactRowProps extends Pick<TabProps, 'file' | 'opened' | 'onOpen'> {
  readonly collection: string;
  readonly factId: Id;
  readonly title: string;
  readonly detail?: string;
  readonly tags?: ReactNode;
  /** What was said, in its own words. */
  readonly quote?: Words;
}

export function OpenRow(props: FactRowProps): ReactNode {
  const id = useId();
  const isOpen = props.opened === props.factId;
  return (
    <li className="client-row">
      <div className="client-line-head">
        <button
          type="button"
          className="client-line-title"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => props.onOpen(isOpen ? null : props.factId)}
        >
          {props.title}
        </button>
        {props.tags}
      </div>
      {props.quote === undefined || props.quote.text.trim() === '' ? null : (
        <blockquote className="client-quote" lang={props.quote.language}>{`“${props.quote.text}”`}</blockquote>
      )}
      {props.detail === undefined || props.detail === '' ? null : <p className="client-line-detail">{props.detail}</p>}
      {isOpen ? (
        <div id={id}>
          <FactEditor
            file={props.file}
            collection={props.collection}
            factId={props.factId}
            onClose={() => props.onOpen(null)}
          />
        </div>
      ) : null}
    </li>
  );
}
