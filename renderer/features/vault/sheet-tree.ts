/** The recovery sheet as a document, in the language of the screen. */
import { type Language, translateIn } from '#renderer/i18n/i18n.ts';
import type { DocumentTree } from '#shared/documents/tree.ts';
import { heading, plain, rule, spacer, strong, table } from '#shared/documents/tree-make.ts';

export interface Sheet {
  readonly groups: readonly string[];
  readonly language: Language;
  /** "14 Aug 2019": the day it was made. */
  readonly day: string;
}

/** One page: what it is, the code in numbered groups, how to use and keep it. It names no person and no office. */
export function sheetTree({ groups, language, day }: Sheet): DocumentTree {
  const t = (key: Parameters<typeof translateIn>[1], vars = {}): string => translateIn(language, key, vars);
  return {
    version: 1,
    templateId: 'recovery-sheet',
    title: t('sheet.title'),
    language,
    blocks: [
      heading('title', 1, t('sheet.title')),
      plain('made', t('sheet.made', { day }), { align: 'center' }),
      spacer('gap-1', 18),
      plain('what', t('sheet.what')),
      spacer('gap-2', 12),
      table(
        'code',
        groups.map((_group, index) => ({ width: 1, header: t('sheet.group', { number: index + 1 }) })),
        [groups.map((group) => [strong(group, { size: 15 })])],
      ),
      spacer('gap-3', 18),
      plain('use', t('sheet.use')),
      spacer('gap-4', 8),
      plain('keep', t('sheet.keep')),
      spacer('gap-5', 12),
      rule('end'),
    ],
  };
}
