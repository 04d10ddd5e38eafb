/**
 * An index block as text. The first line holds its people in name order, with what lists sort and find by, as one flat
 * JSON array of four values each: id, number of the entry, sort key, text. Then a line for each entry: id (32 digits) ‖
 * JSON of its tuple. Unlocking reads the first line and cuts out the others: an entry is decoded when something is first
 * asked of it. By measurement: strings out of JSON compare and hash several times faster than pieces of a long text.
 */
import type { Id } from '#shared/domain/base.ts';
import type { FileKind } from '#shared/domain/files.ts';
import { decodeEntry, encodeEntry, type EntryTuple } from './codec.ts';
import type { IndexEntry } from './entries.ts';

const ID = 32;

/** What a list sorts and finds a person by. */
export interface PersonText {
  readonly personId: Id;
  /** Sorts by name. */
  readonly key: string;
  /** Everything a list finds by, folded, each word after a space. */
  readonly text: string;
}

type PersonTuple = readonly [personId: Id, entryNumber: number, key: string, text: string];
/** The tuples of a block's people, one behind the other. */
type FlatPeople = readonly (string | number)[];

export function personTuple({ personId, key, text }: PersonText, entryNumber: number): PersonTuple {
  return [personId, entryNumber, key, text];
}

export function entryLine(entry: IndexEntry): string {
  return `${entry.id}${JSON.stringify(encodeEntry(entry))}`;
}
export function readEntryLine(line: string): IndexEntry {
  return decodeEntry(JSON.parse(line.slice(ID)) as EntryTuple);
}

const shapes = { c: 'case', d: 'draft', p: 'plain' } as const;
export type EntryShape = (typeof shapes)[keyof typeof shapes];

/** The shape in which files of a kind are indexed. */
export function shapeOf(kind: FileKind): EntryShape {
  return kind === 'case' || kind === 'draft' ? kind : 'plain';
}
/** Which of the three shapes a line holds, without decoding it. */
export function shapeOfLine(line: string): EntryShape {
  return shapes[line[ID + 2] as 'c'];
}

export function blockText(people: readonly PersonTuple[], entries: readonly string[]): string {
  return [JSON.stringify(people.flat()), ...entries].join('\n');
}

/** Hands over the entries of a block, then its people. The text was authenticated: a wrong shape is a bug, not input. */
export function readBlockText(
  text: string,
  onEntry: (id: Id, line: string) => void,
  onPerson: (person: PersonText, caseId: Id) => void,
): void {
  const [first = '[]', ...entries] = text.split('\n');
  const ids = entries.map((line) => line.slice(0, ID));
  for (const [at, line] of entries.entries()) onEntry(ids[at] ?? '', line);
  const people = JSON.parse(first) as FlatPeople;
  for (let at = 0; at < people.length; at += 4) {
    const person = { personId: people[at], key: people[at + 2], text: people[at + 3] } as PersonText;
    onPerson(person, ids[people[at + 1] as number] ?? '');
  }
}
