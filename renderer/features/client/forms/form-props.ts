/** What a form of a fact is given by the place where it opens. */
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import type { Scope } from '#renderer/record/slot.ts';

export interface FormProps<T> {
  readonly file: CaseFile;
  readonly scope: Scope<T>;
  readonly people: readonly NamedPerson[];
  /** Language the people of the fact speak best. */
  readonly language: string;
}
