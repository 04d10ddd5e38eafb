/** A collection inside a record: officers, links of a relay, restraints, papers. Items have ids, never positions. */
import { type ReactNode, useId } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { newId } from '#renderer/store/use-store.tsx';
import { useSetValue } from '#renderer/store/use-field.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { focusWhenThere } from './focus-when-there.ts';
import type { Scope } from './slot.ts';

interface ItemListProps<T, I extends { readonly id: Id }> {
  readonly scope: Scope<T>;
  readonly collection: string;
  readonly items: readonly Scope<I>[];
  readonly title: string;
  readonly empty?: string;
  readonly addLabel: string;
  readonly removeLabel: string;
  readonly nameOf: (item: I, index: number) => string;
  readonly blank: (id: Id) => I;
  readonly render: (item: Scope<I>, index: number) => ReactNode;
  /** One line per item instead of a card each. */
  readonly compact?: boolean;
  /** The title stands already in what opens the list, and is only said to screen readers. */
  readonly titleAbove?: boolean;
}

export function ItemList<T, I extends { readonly id: Id }>(props: ItemListProps<T, I>): ReactNode {
  const { scope, items } = props;
  const titleId = useId();
  const setValue = useSetValue(scope.fileId);

  function add(): void {
    const item = props.blank(newId());
    void setValue([...scope.path, props.collection, item.id], item, scope.act).then(() =>
      focusWhenThere(`[data-item="${item.id}"] :is(input, textarea, select)`),
    );
  }
  function remove(id: Id): void {
    void setValue([...scope.path, props.collection, id], undefined, scope.act);
  }

  return (
    <section className="r-items" aria-labelledby={titleId}>
      <div className="r-items-head">
        <h2 id={titleId} className={props.titleAbove ? 'a-sr-only' : undefined}>
          {props.title}
        </h2>
        <Button size="sm" variant="quiet" leftIcon="add" onClick={add}>
          {props.addLabel}
        </Button>
      </div>
      {items.length === 0 && props.empty !== undefined ? <p className="r-items-empty">{props.empty}</p> : null}
      <ul>
        {items.map((item, index) => (
          <li
            key={item.record.id}
            className={props.compact ? 'r-item r-item-line' : 'r-item'}
            data-item={item.record.id}
          >
            <div className="r-item-head">
              <span className="r-item-name">{props.nameOf(item.record, index)}</span>
              <IconButton label={props.removeLabel} icon="remove" onClick={() => remove(item.record.id)} />
            </div>
            {props.render(item, index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
