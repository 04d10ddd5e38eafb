/**
 * Words of cases and documents, for the search over everything. Built at the first search, case by case, and kept up
 * with commits. Protected sources and work product never enter; a fact told alone is found under its own person only.
 */
import MiniSearch from 'minisearch';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DraftFile } from '#shared/domain/draft.ts';
import type { StoredFile } from '#shared/domain/files.ts';
import { foldText } from '#shared/search/fold.ts';

export interface SearchText {
  /** `${fileId}/${part}` */
  readonly id: string;
  readonly caseId: Id;
  readonly personId: Id | null;
  readonly kind: 'fact' | 'draft';
  readonly title: string;
  readonly text: string;
}

/** Collections whose words are worth finding. */
const collections = [
  'encounters',
  'stays',
  'papers',
  'fearEvents',
  'irregularities',
  'harms',
  'hearings',
  'vulnerabilities',
  'screenings',
] as const;
/** Stamps and marks, not what happened. */
const notWords: ReadonlySet<string> = new Set(['recorded', 'source', 'deleted', 'exceptions']);
const LONGEST = 20_000;

/**
 * Every text somebody wrote in a record, one after the other. What a person wrote lies under `text`, or has a space
 * in it: a single word elsewhere is the code of a choice.
 */
function wordsIn(value: unknown, key: string): string[] {
  if (typeof value === 'string') return key === 'text' || value.trim().includes(' ') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => wordsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => (notWords.has(name) ? [] : wordsIn(item, name)));
}

export function textsOfCase(file: CaseFile): SearchText[] {
  const texts: SearchText[] = [];
  for (const collection of collections) {
    for (const fact of Object.values(file[collection])) {
      if (fact.deleted !== null) continue;
      const text = wordsIn(fact, '').join('\n').slice(0, LONGEST);
      if (text === '') continue;
      const personId = fact.about.length === 1 || fact.notForFamily ? (fact.about[0] ?? null) : null;
      texts.push({ id: `${file.id}/${fact.id}`, caseId: file.id, personId, kind: 'fact', title: collection, text });
    }
  }
  for (const task of Object.values(file.tasks)) {
    if (task.deleted !== null) continue;
    texts.push({
      id: `${file.id}/${task.id}`,
      caseId: file.id,
      personId: null,
      kind: 'fact',
      title: 'tasks',
      text: task.text,
    });
  }
  return texts;
}

export function textsOfDraft(draft: DraftFile): SearchText[] {
  if (draft.deleted !== null) return [];
  const paragraphs = Object.values(draft.paragraphs).filter(({ deleted }) => deleted === null);
  const text = paragraphs
    .flatMap(({ sides }) => Object.values(sides))
    .flatMap(({ inlines }) => inlines.map((inline) => (inline.type === 'text' ? inline.text : '')))
    .join('\n')
    .slice(0, LONGEST);
  const personId = draft.about[0] ?? null;
  return [
    {
      id: `${draft.id}/text`,
      caseId: draft.caseId,
      personId,
      kind: 'draft',
      title: draft.title || draft.templateId,
      text,
    },
  ];
}

function textsOf(file: StoredFile): SearchText[] {
  if (file.kind === 'case') return textsOfCase(file);
  return file.kind === 'draft' ? textsOfDraft(file) : [];
}

export class SearchIndex {
  readonly #engine = new MiniSearch<SearchText>({
    fields: ['text', 'title'],
    storeFields: ['caseId', 'personId', 'kind', 'title', 'text'],
    tokenize: (text) => foldText(text).split(' ').filter(Boolean),
    processTerm: (term) => term,
  });
  readonly #ofFile = new Map<Id, string[]>();
  isComplete = false;

  /** Takes in a file, or its new state. Before the index is complete only files already in it follow. */
  changed(file: StoredFile): void {
    this.removed(file.id);
    const texts = textsOf(file);
    if (texts.length === 0) return;
    this.#engine.addAll(texts);
    this.#ofFile.set(
      file.id,
      texts.map(({ id }) => id),
    );
  }
  has(id: Id): boolean {
    return this.#ofFile.has(id);
  }
  removed(id: Id): void {
    const former = this.#ofFile.get(id);
    if (former === undefined) return;
    this.#engine.discardAll(former);
    this.#ofFile.delete(id);
  }

  find(text: string, limit: number): SearchText[] {
    const found = this.#engine.search(text, {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 1 : 0),
      combineWith: 'AND',
    });
    return found.slice(0, limit).map((hit) => hit as unknown as SearchText);
  }
}
