import { useField } from '#renderer/store/use-field.ts';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';

interface OfficeFieldProps {
  readonly officeId: string;
  readonly path: readonly string[];
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  readonly isReadOnly: boolean;
  /** Name of the change on the History page: a key under `history.`. */
  readonly change: string;
  readonly type?: 'text' | 'tel' | 'email';
}

/** One line of the office file, kept on leaving it. */
export function OfficeField(props: OfficeFieldProps) {
  const { officeId, path, value, label, help, isReadOnly, change, type } = props;
  const field = useField({ fileId: officeId, path, value, label: change });
  return (
    <TextField label={label} help={help} type={type} problem={field.problem} readOnly={isReadOnly} {...field.props} />
  );
}

/** Lines of an address, stored as a list. */
export function OfficeLines(props: Omit<OfficeFieldProps, 'value' | 'type'> & { readonly lines: readonly string[] }) {
  const { officeId, path, lines, label, help, isReadOnly, change } = props;
  const field = useField({
    fileId: officeId,
    path,
    value: lines.join('\n'),
    label: change,
    toValue: (text) => ({
      ok: true,
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }),
  });
  return (
    <TextArea label={label} help={help} minRows={2} problem={field.problem} readOnly={isReadOnly} {...field.props} />
  );
}
