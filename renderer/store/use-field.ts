/** A typed field bound to one value of a file: pending slot while typing, commit on leaving. */
import { type ChangeEvent, type SyntheticEvent, useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { Result } from '#shared/errors.ts';
import { commitNow } from './client.ts';
import type { RequestAnswer } from './contract.ts';
import { FieldController, type FieldTarget, keepOpen, type Problem } from './field-controller.ts';
import { useStore } from './use-store.tsx';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

export interface Field {
  readonly text: string;
  readonly problem: Problem | null;
  readonly props: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<TextElement>) => void;
    readonly onBlur: () => void;
    readonly onSelect: (event: SyntheticEvent<TextElement>) => void;
    readonly 'data-slot': string;
  };
  commit(): Promise<void>;
}

/**
 * `value` is the stored text; `toValue` turns typed text into the value that is stored (or names the problem) and is
 * the identity when left out. Spread `props` on the input. Leaving the field or the screen commits.
 */
export function useField(options: FieldTarget & { readonly value: string }): Field {
  const client = useStore();
  const { fileId, path, value } = options;
  const slotKey = `${fileId}/${path.join('/')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a controller belongs to one slot; the rest follows below
  const controller = useMemo(() => new FieldController(client, options, value), [client, slotKey]);
  const state = useSyncExternalStore(
    (listener) => controller.subscribe(listener),
    () => controller.state,
  );

  useEffect(() => controller.follow(options, value));
  useEffect(() => {
    const release = keepOpen(controller);
    void controller.recover();
    return () => {
      release();
      void controller.commit();
    };
  }, [controller]);
  useEffect(() => {
    if (state.restore === null) return;
    const element = document.querySelector<TextElement>(`[data-slot="${CSS.escape(controller.slot)}"]`);
    // A field that takes the focus by itself when the page opens has no cursor to lose.
    const active = document.activeElement;
    const isFree = active === null || active === document.body || active === element;
    if (element !== null && isFree) {
      // In this order: the browser scrolls to the cursor when the field takes the focus.
      element.setSelectionRange(state.restore.start, state.restore.end);
      element.focus();
    }
    controller.restored();
  }, [controller, state.restore]);

  return {
    text: state.text,
    problem: state.problem,
    props: {
      value: state.text,
      onChange: ({ currentTarget: input }) =>
        controller.type(input.value, input.selectionStart ?? input.value.length, input.selectionEnd ?? 0),
      onBlur: () => void controller.commit(),
      onSelect: ({ currentTarget: input }) => controller.select(input.selectionStart ?? 0, input.selectionEnd ?? 0),
      'data-slot': controller.slot,
    },
    commit: () => controller.commit(),
  };
}

/** Writes one value at once: for choices, dates and everything that is not typed letter by letter. */
export function useSetValue(
  fileId: Id,
): (path: readonly string[], value: unknown, label: string) => Promise<Result<RequestAnswer<'commit'>>> {
  const client = useStore();
  return useCallback(
    (path, value, label) => commitNow(client, { label, edits: [{ fileId, changes: [{ path, value }] }] }),
    [client, fileId],
  );
}
