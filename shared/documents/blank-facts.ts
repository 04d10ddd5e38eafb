/** A case as it would be without some of its answers: what a text said before they came. */
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { FactRef } from '#shared/domain/draft.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Free text that stands as a plain string; any other string is a choice, which cannot be empty. */
const plainTexts: ReadonlySet<string> = new Set(['description', 'what']);
/** Records that are told as a whole. */
const wholes: ReadonlySet<string> = new Set(['relations', 'attempts']);

function emptied(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return [];
  if (isFields(value)) return 'status' in value ? { status: 'notAsked' } : {};
  return typeof value === 'string' && plainTexts.has(name) ? '' : value;
}

function without(value: Fields, path: readonly string[]): Fields {
  const [name = '', ...rest] = path;
  const inner = value[name];
  if (inner === undefined) return value;
  if (rest.length > 0) return isFields(inner) ? { ...value, [name]: without(inner, rest) } : value;
  // An entry of a collection goes; a field of a record is not asked.
  if (isFields(inner) && 'id' in inner) {
    const { [name]: _gone, ...others } = value;
    return others;
  }
  return { ...value, [name]: emptied(inner, name) };
}

/**
 * The case as if these answers had never been given, the declarant's exceptions included. For building text only:
 * the result is never stored. A reference that leads nowhere, or to a choice that must have a value, changes nothing.
 */
export function withoutAnswers(file: CaseFile, refs: readonly FactRef[], speakerId: Id): CaseFile {
  const blank = refs.reduce<Fields>((at, { collection, id, field }) => {
    if (wholes.has(collection)) return without(at, [collection, id]);
    if (field === '') return at;
    const path = field.split('.');
    return without(without(at, [collection, id, ...path]), [collection, id, 'exceptions', speakerId, ...path]);
  }, file);
  return blank as CaseFile;
}
