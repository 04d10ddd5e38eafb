/**
 * Words typed once that stand in English and in Spanish: nothing is silently in the wrong language (CP4). They are
 * named until somebody words them in both languages, edits the paragraph, or it was read back as it stands.
 */
import type { FactRef } from '#shared/domain/draft.ts';
import { allNames } from '#shared/domain/format.ts';
import { clientOf, type DocumentContext } from './context.ts';
import { isEdited } from './draft.ts';
import { isTranslated, needsReadBack, paragraphsToRead } from './read-back.ts';
import { typedAs, wordingOf } from './wordings.ts';

/** Fields of free text without a language: printed as typed on both sides until somebody edits or hears them. */
const typedFields = new Set([
  'unit',
  'role',
  'uniform',
  'description',
  'othersPresent',
  'witnesses',
  'heardBy',
  'reasonGiven',
  'what',
  'outcomeTold',
  'withWhom',
  'toldWhen',
  'explainedBy',
  'whoPaid',
  'reportedTo',
  'toldToWhom',
]);

export interface TypedText {
  readonly ref: FactRef;
  readonly text: string;
}

/** By paragraph, the short texts that nobody worded in the other language yet. */
export function typedTexts(context: DocumentContext) {
  const { draft } = context;
  const person = clientOf(context);
  // Where English alone is signed and read, the other column is no document.
  const isOneText = person !== null && !isTranslated(draft) && !needsReadBack(draft, person);
  if (draft.templateId !== 'declaration' || isOneText) return [];
  const names = new Set(Object.values(context.file.people).flatMap(allNames));
  return paragraphsToRead(draft)
    .filter((paragraph) => !isEdited(paragraph))
    .flatMap((paragraph) => {
      const typed = paragraph.facts
        .filter(
          ({ ref, printed }) =>
            printed !== '' && !names.has(printed) && typedFields.has(ref.field.split('.').at(-1) ?? ''),
        )
        .filter(({ ref, printed }) => wordingOf(draft, ref, printed) === null)
        .map(({ ref, printed }): TypedText => ({ ref, text: typedAs(printed) }));
      const label = typed.map(({ text }) => text).join('; ');
      return label === '' ? [] : [{ paragraphId: paragraph.id, label, typed }];
    });
}
