/** Typed fields bound to a slot: what is typed is kept in the pending slot and committed on leaving the field. */
import type { ReactNode } from 'react';
import type { Answer } from '#shared/domain/base.ts';
import { useField } from '#renderer/store/use-field.ts';
import type { ToValue } from '#renderer/store/field-controller.ts';
import { NoAnswerPicker } from '#renderer/ui/no-answers.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import type { Slot } from './slot.ts';
import { useBound } from './use-bound.ts';

interface TextProps {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
}

/** A short answer in free words; emptied, it is again one that nobody has asked for. */
export function BoundText(props: TextProps & { readonly slot: Slot<Answer<string>> }): ReactNode {
  const { slot } = props;
  const given = slot.value;
  const { write } = useBound(slot);
  const field = useField({
    fileId: slot.fileId,
    path: slot.path,
    label: slot.act,
    value: given.status === 'answered' ? given.value : '',
    toValue: (text) => ({
      ok: true,
      value: text.trim() === '' ? { status: 'notAsked' } : { status: 'answered', value: text.trim() },
    }),
  });
  return (
    <TextField
      {...field.props}
      label={props.label}
      help={props.help}
      placeholder={props.placeholder}
      problem={field.problem}
      aside={<NoAnswerPicker label={props.label} value={given} onChange={write} />}
    />
  );
}

/** Text that has no status of its own: a description, a note of the office. */
export function PlainText(props: TextProps & { readonly slot: Slot<string>; readonly toValue?: ToValue }): ReactNode {
  const { slot } = props;
  const field = useField({
    fileId: slot.fileId,
    path: slot.path,
    label: slot.act,
    value: slot.value,
    toValue: props.toValue ?? ((text) => ({ ok: true, value: text.trim() })),
  });
  return (
    <TextField
      {...field.props}
      label={props.label}
      help={props.help}
      placeholder={props.placeholder}
      autoFocus={props.autoFocus}
      problem={field.problem}
    />
  );
}

export function PlainTextArea(
  props: TextProps & { readonly slot: Slot<string>; readonly minRows?: number },
): ReactNode {
  const { slot } = props;
  const field = useField({ fileId: slot.fileId, path: slot.path, label: slot.act, value: slot.value });
  return (
    <TextArea
      {...field.props}
      label={props.label}
      help={props.help}
      placeholder={props.placeholder}
      minRows={props.minRows}
      problem={field.problem}
    />
  );
}
