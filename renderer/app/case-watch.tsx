import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import { useCommand } from '#renderer/ui/command-target.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { showToast } from '#renderer/ui/toast.tsx';
import { noteVisit } from './recents.ts';
import { peopleInOrder } from '#shared/domain/people.ts';

const caseAddress = /^\/(?:case|intake)\/([0-9a-f]{32})(?:\/person\/([0-9a-f]{32}))?/;

/** Names the window by the office's file number while a case is open, and notes the case as opened last. */
export function CaseWatch() {
  const { pathname } = useLocation();
  const store = useStore();
  const go = useGo();
  const t = useT();
  const match = caseAddress.exec(pathname);
  const caseId = match?.[1] ?? '';
  const { data } = useQuery('file', { id: caseId }, { enabled: caseId !== '' });
  const file = data?.kind === 'case' ? data : null;
  const officeNumber = file?.officeNumber || null;
  const personId = match?.[2] ?? (file === null ? undefined : peopleInOrder(file)[0]?.id);

  useEffect(() => {
    void window.amparo.app.setTitle({ officeNumber });
  }, [officeNumber]);
  useEffect(() => {
    if (personId !== undefined) void noteVisit(store, personId);
  }, [store, personId]);
  useCommand('new-document', () => go({ to: 'newDocument', caseId }), file !== null);
  useCommand('export-case', () => void saveCase(), file !== null);

  /** The case as versioned JSON, where the person says; named by the office's number, never by a client. */
  async function saveCase(): Promise<void> {
    const exported = await store.request('exportCase', { caseId });
    const suggested = `${(officeNumber ?? 'case').replace(/[\\/:*?"<>|]/g, '-')}.json`;
    const saved = exported.ok
      ? await window.amparo.files.save({
          suggested,
          kind: 'json',
          bytes: new TextEncoder().encode(exported.value.json),
        })
      : exported;
    if (!saved.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${saved.code}`), saved.detail) });
    else if (saved.value.saved) {
      showToast({ tone: 'accent', text: t('client.exported', { name: saved.value.name ?? suggested }) });
    }
  }
  return null;
}
