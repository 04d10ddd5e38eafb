/** Entries by id, as they came from their blocks: text until something is asked of one. */
import type { Id } from '#shared/domain/base.ts';
import { entryLine, type EntryShape, readEntryLine, shapeOf, shapeOfLine } from './block-text.ts';
import type { DraftEntry, IndexEntry } from './entries.ts';

export class EntryMap {
  readonly #entries = new Map<Id, IndexEntry | string>();

  get size(): number {
    return this.#entries.size;
  }
  has(id: Id): boolean {
    return this.#entries.has(id);
  }
  keys(): MapIterator<Id> {
    return this.#entries.keys();
  }
  get(id: Id): IndexEntry | undefined {
    const found = this.#entries.get(id);
    if (typeof found !== 'string') return found;
    const entry = readEntryLine(found);
    this.#entries.set(id, entry);
    return entry;
  }
  set(entry: IndexEntry): void {
    this.#entries.set(entry.id, entry);
  }
  setLine(id: Id, line: string): void {
    this.#entries.set(id, line);
  }
  delete(id: Id): void {
    this.#entries.delete(id);
  }
  /** The entry as a line of a block. */
  lineOf(id: Id): string {
    const found = this.#entries.get(id);
    if (found === undefined) throw new Error('no such entry');
    return typeof found === 'string' ? found : entryLine(found);
  }

  /** Ids of one shape; decodes nothing. */
  *idsOf(shape: EntryShape): Generator<Id> {
    for (const [id, found] of this.#entries) {
      const is = typeof found === 'string' ? shapeOfLine(found) : shapeOf(found.kind);
      if (is === shape) yield id;
    }
  }
  *drafts(): Generator<DraftEntry> {
    for (const id of this.idsOf('draft')) yield this.get(id) as DraftEntry;
  }
}
