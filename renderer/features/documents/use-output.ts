/** Print, save, make final: what a document does with its bytes. */
import { useRef, useState } from 'react';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { templateOf } from '#shared/documents/draft-tree.ts';
import { lifeOf, needsPractitioner } from '#shared/documents/life.ts';
import { isReady } from '#shared/documents/named-list.ts';
import { isPractitioner } from '#shared/domain/office.ts';
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

/** `onNotReady` shows the list when something on it still stands before the final version. */
export function useOutput(document: OpenDocument, onNotReady: () => void): Output {
  const t = useT();
  const client = useStore();
  const { role } = useSession();
  const [busy, setBusy] = useState(false);
  const { context, act, mark } = document;

  const say = (failure: Failure): void => {
    const problem = typeof failure.detail.problem === 'string' ? ` (${failure.detail.problem})` : '';
    showToast({ tone: 'danger', text: `${t(asKey(`errors.${failure.code}`), failure.detail)}${problem}` });
  };
  const isUnderWay = useRef(false);
  const run = async (job: () => Promise<Result<unknown>>): Promise<void> => {
    // A second press while the first is still printing or saving is no second job.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setBusy(true);
    try {
      const result = await job();
      if (!result.ok) say(result);
    } catch (error) {
      say(toFailure(error));
    } finally {
      isUnderWay.current = false;
      setBusy(false);
    }
  };

  const print = (language: TextLanguage) =>
    run(async () => {
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
    run(async () => {
      const made = await currentPdf(context, client, language);
      if (!made.ok) return made;
      const suggested = neutralName(context, language);
      const saved = await window.amparo.files.save({ suggested, kind: 'pdf', bytes: made.value });
      if (saved.ok && saved.value.saved)
        showToast({ tone: 'accent', text: t('documents.saved', { name: saved.value.name ?? suggested }) });
      return saved;
    });

  const finalWords = (code: string): string =>
    isHandedOver(context.draft.templateId) ? t('documents.finalisedHandOver') : t('documents.finalised', { code });

  const finish = () =>
    run(async () => {
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
      if (saved) showToast({ tone: 'accent', text: finalWords(made.value.code) });
      return ok(true);
    });

  return { busy, print, save, finish };
}
