/**
 * A document becomes *ready to sign* only when nothing on its named list is left that was not overridden. The page
 * asks the same list before; this holds whatever the page does. Letters that the font lacks are found where the final
 * PDF is made, without which there is no version to keep.
 */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DraftFile } from '#shared/domain/draft.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { AppError } from '#shared/errors.ts';
import { loadInTurn } from '../queries/load-record.ts';
import type { OpenStore } from '../session/open-store.ts';

const languages: readonly string[] = ['en', 'es', 'pt', 'ht'] satisfies readonly TextLanguage[];

/** Whether a change takes this step. */
function isMadeReady(before: DraftFile | null, after: DraftFile): boolean {
  return Object.values(after.life).some(({ id, state }) => state === 'readyToSign' && before?.life[id] === undefined);
}

/**
 * Throws `not-ready` {count, item} with the number of open items and the code of the first, `not-allowed` when a court
 * filing is made ready by somebody who is no practitioner, `file-not-found` without the case.
 */
export async function checkReady(store: OpenStore, before: DraftFile | null, after: DraftFile): Promise<void> {
  if (!isMadeReady(before, after)) return;
  const [{ namedList }, { findTemplate, libraryOf }, { needsPractitioner }, texts] = await Promise.all([
    import('#shared/documents/named-list.ts'),
    import('#shared/documents/library.ts'),
    import('#shared/documents/life.ts'),
    store.deps.templateTexts(),
  ]);
  const record = await loadInTurn(store, after.caseId);
  if (record?.file.kind !== 'case') throw new AppError('file-not-found');
  const library = libraryOf(texts);
  const language = (languages.includes(after.language) ? after.language : 'en') as TextLanguage;
  const kind = findTemplate(library, after.templateId, language)?.kind ?? 'declaration';
  const { role } = store;
  if (needsPractitioner('readyToSign', kind, false) && !isPractitioner(role)) {
    throw new AppError('not-allowed', { what: 'readyToSign', role });
  }
  const context = { draft: after, file: record.file, office: store.office, library, today: store.deps.today() };
  const open = namedList(context, { language, missingCharacters: () => [] }).filter((item) => !item.isOverridden);
  if (open.length > 0) throw new AppError('not-ready', { count: open.length, item: open[0]?.code ?? '' });
}
