/**
 * All index entries in memory and the blocks they are kept in. A block is sealed and stored as one; a commit reseals
 * only the blocks of the files it touched.
 */
import type { Id } from '#shared/domain/base.ts';
import { must } from '#shared/assert.ts';
import { blockText, entryLine, personTuple, readBlockText } from './block-text.ts';
import type { CaseEntry, IndexEntry } from './entries.ts';
import { EntryMap } from './entry-map.ts';
import { compareListed, type ListedPerson, PeopleList, personTexts } from './people-list.ts';

/**
 * Bytes of a block before it is sealed: just under 256 KiB, to which it is padded. By measurement on 70,000 people:
 * larger blocks make a commit reseal more, smaller ones make unlocking read more rows.
 */
export const BLOCK_BYTES = 250_000;

export interface Block {
  /** Random name under which it is stored. */
  readonly key: string;
  revision: number;
  readonly ids: Set<Id>;
  /** Bytes of its content, about. */
  size: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function sizeOf(entry: IndexEntry): number {
  const people = entry.kind === 'case' ? personTexts(entry).map((each) => personTuple(each, 1000)) : [];
  return encoder.encode(blockText(people, [entryLine(entry)])).length;
}

export class StoreIndex {
  readonly entries = new EntryMap();
  readonly people = new PeopleList(this.entries);
  readonly blocks = new Map<string, Block>();
  /** Blocks that differ from what is stored. */
  readonly dirty = new Set<Block>();
  readonly #blockOf = new Map<Id, Block>();
  readonly #newKey: () => string;
  #filling: Block | null = null;

  /** `newKey` gives a random name for a new block. */
  constructor(newKey: () => string) {
    this.#newKey = newKey;
  }

  /** Takes over a stored block. */
  load(key: string, revision: number, bytes: Uint8Array): void {
    const block: Block = { key, revision, ids: new Set(), size: bytes.length };
    this.blocks.set(key, block);
    const takeEntry = (id: Id, line: string): void => {
      this.#blockOf.set(id, block);
      block.ids.add(id);
      this.entries.setLine(id, line);
    };
    readBlockText(decoder.decode(bytes), takeEntry, (person, caseId) => this.people.load(person, caseId));
    if (block.size < BLOCK_BYTES) this.#filling = block;
  }

  put(entry: IndexEntry): void {
    const former = this.entries.get(entry.id);
    const size = sizeOf(entry);
    const block = this.#blockOf.get(entry.id) ?? this.#room(size);
    if (former !== undefined) {
      block.size -= sizeOf(former);
      if (former.kind === 'case') this.people.remove(former);
    }
    this.#blockOf.set(entry.id, block);
    block.ids.add(entry.id);
    block.size += size;
    this.dirty.add(block);
    this.#enter(entry);
  }

  remove(id: Id): void {
    const former = this.entries.get(id);
    const block = this.#blockOf.get(id);
    if (former === undefined || block === undefined) return;
    if (former.kind === 'case') this.people.remove(former);
    block.ids.delete(id);
    block.size -= sizeOf(former);
    this.dirty.add(block);
    this.#blockOf.delete(id);
    this.entries.delete(id);
  }

  #enter(entry: IndexEntry): void {
    this.entries.set(entry);
    if (entry.kind === 'case') this.people.add(entry);
  }

  #room(size: number): Block {
    if (this.#filling !== null && this.#filling.size + size <= BLOCK_BYTES) return this.#filling;
    const block: Block = { key: this.#newKey(), revision: 0, ids: new Set(), size: 2 };
    this.blocks.set(block.key, block);
    this.#filling = block;
    return block;
  }

  /** A block's content as it is to be sealed. */
  bytesOf(block: Block): Uint8Array {
    const ids = [...block.ids];
    const people: { readonly listed: ListedPerson; readonly at: number }[] = [];
    for (const [at, id] of ids.entries()) {
      for (const { personId } of this.caseOf(id)?.people ?? []) {
        const listed = this.people.get(personId);
        if (listed?.caseId === id) people.push({ listed, at });
      }
    }
    people.sort((a, b) => compareListed(a.listed, b.listed));
    const tuples = people.map(({ listed, at }) => personTuple(listed, at));
    const lines = ids.map((id) => this.entries.lineOf(id));
    return encoder.encode(blockText(tuples, lines));
  }

  caseOf(caseId: Id): CaseEntry | undefined {
    const entry = this.entries.get(caseId);
    return entry?.kind === 'case' ? entry : undefined;
  }

  /** Everything, for comparing two indexes: equal records give equal text whatever the blocks. */
  fingerprint(): string {
    const ids = [...this.entries.keys()].sort();
    return JSON.stringify(ids.map((id) => must(this.entries.get(id), 'an entry of a known id')));
  }
}
