/** Search over everything: people by name first, then what was written. */
import type { SearchHit } from '../contract.ts';
import { foldText } from '#shared/search/fold.ts';
import type { OpenStore } from '../session/open-store.ts';
import { loadRecord } from './load-record.ts';
import { SearchIndex, type SearchText } from './search-index.ts';

const MOST_PEOPLE = 8;
const AROUND = 60;
const FILES_AT_ONCE = 50;

/** A piece of the text around the first word that was searched for. */
function snippet(text: string, asked: string): string {
  const words = foldText(asked).split(' ');
  const lines = text.replace(/\s+/g, ' ');
  const folded = lines.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  const at = places.length === 0 ? 0 : Math.min(...places);
  const from = Math.max(0, at - AROUND);
  const piece = lines.slice(from, at + AROUND);
  return `${from > 0 ? '…' : ''}${piece}${at + AROUND < lines.length ? '…' : ''}`;
}

/** Reads every case and document once, letting other requests through; stops at lock. */
async function complete(store: OpenStore): Promise<SearchIndex> {
  const index = store.search ?? new SearchIndex();
  store.search = index;
  const { entries } = store.index;
  const ids = [...entries.idsOf('case'), ...entries.idsOf('draft')];
  for (const [at, id] of ids.entries()) {
    if (store.jobs.signal.aborted || store.search !== index) return index;
    if (!index.has(id)) {
      const record = await loadRecord(store, id);
      if (record !== null) index.changed(record.file);
    }
    if (at % FILES_AT_ONCE === 0) await store.deps.pause();
  }
  index.isComplete = true;
  return index;
}

const building = new WeakMap<OpenStore, Promise<SearchIndex>>();

async function textIndex(store: OpenStore): Promise<SearchIndex> {
  if (store.search?.isComplete) return store.search;
  const running = building.get(store) ?? complete(store).finally(() => building.delete(store));
  building.set(store, running);
  return running;
}

function writtenHit(store: OpenStore, found: SearchText, asked: string): SearchHit {
  const person = found.personId === null ? undefined : store.index.people.get(found.personId)?.person;
  const first = store.index.caseOf(found.caseId)?.people[0];
  const title = person?.name ?? first?.name ?? '';
  const { caseId, personId, kind } = found;
  return { caseId, personId, title, snippet: snippet(found.text, asked), kind };
}

export async function search(store: OpenStore, text: string, limit: number): Promise<SearchHit[]> {
  if (foldText(text) === '') return [];
  const query = { sort: 'name', descending: false, text, filters: [] } as const;
  const ids = store.index.people.order(query, store.deps.today(), store.memberId).slice(0, MOST_PEOPLE);
  const people = ids.flatMap((id): SearchHit[] => {
    const found = store.index.people.get(id);
    if (found === undefined) return [];
    const { entry, person } = found;
    return [{ caseId: entry.id, personId: id, title: person.name, snippet: entry.officeNumber, kind: 'client' }];
  });
  const index = await textIndex(store);
  const written = index.find(text, limit).map((found) => writtenHit(store, found, text));
  return [...people, ...written].slice(0, limit);
}
