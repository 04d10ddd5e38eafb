import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery, useStore } from '#renderer/store/use-store.tsx';
import { peopleInOrder } from '#shared/domain/people.ts';

const caseAddress = /^\/(?:case|intake)\/([0-9a-f]{32})(?:\/person\/([0-9a-f]{32}))?/;

/** Names the window by the office's file number while a case is open, and notes the case as opened last. */
export function CaseWatch() {
  const { pathname } = useLocation();
  const store = useStore();
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
    if (personId !== undefined) void store.request('visited', { personId });
  }, [store, personId]);
  return null;
}
