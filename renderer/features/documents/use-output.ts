/** Print, save, make final: what a document does with its bytes. */
import { useRef, useState } from 'react';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { DocumentContext } from '#shared/documents/context.ts';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { lifeOf, needsPractitioner } from '#shared/documents/life.ts';
import { isReady } from '#shared/documents/named-list.ts';
import { isPractitioner } from '#shared/domain/roles.ts';
import { type Failure, fail, ok, type Result, toFailure } from '#shared/errors.ts';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { isHandedOver } from '#renderer/record/document-words.ts';
import { newId, useSession, useStore } from '#renderer/store/use-store.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { withStep } from './draft-edits.ts';
import { currentPdf, makeVersion, neutralName, signedLanguage, standingVersion } from './make-pdf.ts';
import type { OpenDocument } from './use-document.ts';
import { readyNow } from './use-ready.ts';

export interface Output {
  readonly busy: boolean;
  readonly print: (language: TextLanguage) => Promise<void>;
  readonly save: (language: TextLanguage) => Promise<void>;
  readonly finish: () => Promise<void>;
}

type Job = (context: DocumentContext) => Promise<Result<unknown>>;

/**
 * Runs jobs one after the other on the document as it is once everything typed is saved, and says why one failed. `kind`
 * tells jobs apart: a second press of one that waits or runs is no second job.
 */
function useJobs(settled: OpenDocument['settled']): {
  readonly busy: boolean;
  readonly run: (kind: string, job: Job) => Promise<void>;
} {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const open = useRef(new Map<string, Promise<void>>());
  const say = (failure: Failure): void => {
    const problem = typeof failure.detail.problem === 'string' ? ` (${failure.detail.problem})` : '';
    showToast({ tone: 'danger', text: `${t(asKey(`errors.${failure.code}`), failure.detail)}${problem}` });
  };
  const once = async (job: Job): Promise<void> => {
    try {
      const now = await settled();
      const result = now.ok ? await job(now.value) : now;
      if (!result.ok) say(result);
    } catch (error) {
      say(toFailure(error));
    }
  };
  const run = (kind: string, job: Job): Promise<void> => {
    const known = open.current.get(kind);
    if (known !== undefined) return known;
    const done = Promise.all(open.current.values())
      .then(() => once(job))
      .finally(() => {
        open.current.delete(kind);
        setBusy(open.current.size > 0);
      });
    open.current.set(kind, done);
    setBusy(true);
    return done;
  };
  return { busy, run };
}

/** `onNotReady` shows the list when something on it still stands before the final version. */
export function useOutput(document: OpenDocument, onNotReady: () => void): Output {
  const t = useT();
  const client = useStore();
  const { role } = useSession();
  const { act, mark, settled } = document;
  const { busy, run } = useJobs(settled);

  const print = (language: TextLanguage) =>
    run(`print ${language}`, async (context) => {
      const made = await currentPdf(context, client, language);
      if (!made.ok) return made;
      const sent = await window.amparo.print.pdf({ bytes: made.value });
      if (!sent.ok || !sent.value.printed) return sent;
      const isFinal = standingVersion(context.draft) !== null && language === signedLanguage(context.draft);
      if (isFinal && lifeOf(context.draft) === 'readyToSign')
        await act('draft.printed', (draft) => withStep(draft, { id: newId(), state: 'printed', ...mark() }));
      return sent;
    });

  const save = (language: TextLanguage) =>
    run(`save ${language}`, async (context) => {
      const made = await currentPdf(context, client, language);
      if (!made.ok) return made;
      const suggested = neutralName(context, language);
      const saved = await window.amparo.files.save({ suggested, kind: 'pdf', bytes: made.value });
      if (saved.ok && saved.value.saved)
        showToast({ tone: 'accent', text: t('documents.saved', { name: saved.value.name ?? suggested }) });
      return saved;
    });

  const finalWords = (templateId: string, code: string): string =>
    isHandedOver(templateId) ? t('documents.finalisedHandOver') : t('documents.finalised', { code });

  const finish = () =>
    run('finish', async (context) => {
      const { templateId } = context.draft;
      const kind = templateOf(context, signedLanguage(context.draft))?.kind ?? 'declaration';
      if (needsPractitioner('readyToSign', kind, false) && !isPractitioner(role))
        return fail('not-allowed', { what: 'readyToSign', role });
      if (!isReady(await readyNow(context))) {
        onNotReady();
        return ok(false);
      }
      const made = await makeVersion(context, client);
      if (!made.ok) return made;
      const { at, by } = mark();
      const id = newId();
      const version = { ...made.value, id, finalisedAt: at, finalisedBy: by, signedScan: null };
      const saved = await act('draft.finalised', (draft) =>
        withStep(
          { ...draft, versions: { ...draft.versions, [id]: version } },
          { id: newId(), state: 'readyToSign', at, by },
        ),
      );
      if (saved) showToast({ tone: 'accent', text: finalWords(templateId, made.value.code) });
      return ok(true);
    });

  return { busy, print, save, finish };
}
