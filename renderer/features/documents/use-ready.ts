/** The named list of a document, with the letters that its font lacks (asked of the worker, a moment later). */
import { useEffect, useMemo, useState } from 'react';
import type { DocumentContext } from '#shared/documents/context.ts';
import { draftToTree, templateOf } from '#shared/documents/draft-tree.ts';
import { namedList, type ReadyItem } from '#shared/documents/named-list.ts';
import { type News, pendingNews } from '#shared/documents/news.ts';
import { gapsOf } from '#shared/documents/tree.ts';
import type { MissingCharacter } from '#shared/pdf/printable.ts';
import { useLanguage } from '#renderer/i18n/i18n.ts';
import { pdfClient } from '#renderer/pdf/pdf-client.ts';
import { signedLanguage } from './make-pdf.ts';

async function missingIn(context: DocumentContext): Promise<readonly MissingCharacter[]> {
  const language = signedLanguage(context.draft);
  if (templateOf(context, language) === null) return [];
  return pdfClient().missingCharacters(draftToTree(context, language, 'draft'));
}

function listWith(context: DocumentContext, missing: readonly MissingCharacter[], news: readonly News[]): ReadyItem[] {
  return namedList(context, { language: signedLanguage(context.draft), missingCharacters: () => missing, news });
}

/** What each gap is called in a language, by the path of its answer; empty where the document does not exist in it. */
function gapLabels(context: DocumentContext, language: 'en' | 'es'): ReadonlyMap<string, string> {
  if (templateOf(context, language) === null) return new Map();
  return new Map(gapsOf(draftToTree(context, language, 'draft')).map(({ path, label }) => [path, label]));
}

/** The document is English, the person at the screen may not be: gaps are named in the language of the screen. */
function inLanguage(items: readonly ReadyItem[], context: DocumentContext, screen: 'en' | 'es'): readonly ReadyItem[] {
  if (screen === signedLanguage(context.draft) || !items.some((item) => item.code === 'gap')) return items;
  const labels = gapLabels(context, screen);
  return items.map((item) =>
    item.code === 'gap' ? { ...item, label: labels.get(item.key.slice('gap:'.length)) ?? item.label } : item,
  );
}

/** `news`: those of the context, which the rows show too. */
export function useReady(context: DocumentContext, news: readonly News[]): readonly ReadyItem[] {
  const screen = useLanguage();
  const [missing, setMissing] = useState<readonly MissingCharacter[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void missingIn(context)
        .then((found) => isCurrent && setMissing((now) => (now.length + found.length === 0 ? now : found)))
        // A worker that fails here fails at the final page too, where it is said.
        .catch(() => undefined);
    }, 500);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [context]);
  return useMemo(() => inLanguage(listWith(context, missing, news), context, screen), [context, missing, news, screen]);
}

/** The list as it is this moment, fonts asked first: what decides whether a document may become final. */
export async function readyNow(context: DocumentContext): Promise<readonly ReadyItem[]> {
  return listWith(context, await missingIn(context), pendingNews(context.draft, context));
}
