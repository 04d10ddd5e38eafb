/** The store in React: answers by request, live files, commits. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { must } from '#shared/assert.ts';
import type { Id, Recorded } from '#shared/domain/base.ts';
import type { FileKind, FileOf } from '#shared/domain/files.ts';
import type { Failure, Result } from '#shared/errors.ts';
import { commitNow, type StoreClient } from './client.ts';
import type { Commit, RequestAnswer, RequestArg, RequestName, SessionInfo } from './contract.ts';
import { cacheOf, type QueryState } from './query-cache.ts';

const StoreContext = createContext<{ readonly client: StoreClient; readonly session: SessionInfo } | null>(null);

/** Gives everything below it the client and the session as it was at opening. */
export function StoreProvider(props: {
  readonly client: StoreClient;
  readonly session: SessionInfo;
  readonly children: ReactNode;
}): ReactNode {
  const { client, session, children } = props;
  const value = useMemo(() => ({ client, session }), [client, session]);
  return <StoreContext value={value}>{children}</StoreContext>;
}

export function useStore(): StoreClient {
  return must(useContext(StoreContext), 'StoreProvider above').client;
}

/** The session now: it becomes read-only when a save fails or damage is found. */
export function useSession(): SessionInfo {
  const opened = must(useContext(StoreContext), 'StoreProvider above').session;
  return useQuery('session', undefined).data ?? opened;
}

const idle = { loading: false } as const;

/** Asks the worker and asks again whenever a commit touched the answer; `enabled: false` asks nothing. */
export function useQuery<N extends RequestName>(
  name: N,
  arg: RequestArg<N>,
  options: { readonly enabled?: boolean } = {},
): QueryState<N> {
  const cache = cacheOf(useStore());
  const isEnabled = options.enabled ?? true;
  const argText = JSON.stringify(arg ?? null);
  // The argument is rebuilt at every render; its text says whether it is the same question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: argText stands for arg
  const stableArg = useMemo(() => arg, [argText]);
  const watch = useCallback(
    (listener: () => void) => (isEnabled ? cache.watch(name, stableArg, listener) : () => {}),
    [cache, name, stableArg, isEnabled],
  );
  return useSyncExternalStore(watch, () => (isEnabled ? cache.read(name, stableArg) : idle));
}

/** A stored file of a known kind; a file of another kind is a bug of the caller. */
function useFileOf<K extends FileKind>(kind: K, fileId: Id): { file?: FileOf<K>; failure?: Failure } {
  const { data, failure } = useQuery('file', { id: fileId }, { enabled: fileId !== '' });
  if (failure !== undefined) return { failure };
  if (data === undefined) return {};
  if (data.kind !== kind) throw new Error(`file is a ${data.kind}, not a ${kind}`);
  return { file: data as FileOf<K> };
}

export function useCase(caseId: Id): { file?: FileOf<'case'>; failure?: Failure } {
  return useFileOf('case', caseId);
}
export function useDraft(draftId: Id): { file?: FileOf<'draft'>; failure?: Failure } {
  return useFileOf('draft', draftId);
}
export function useOffice(): { file?: FileOf<'office'>; failure?: Failure } {
  const { data, failure } = useQuery('office', undefined);
  return failure === undefined ? { file: data } : { failure };
}

/** Writes a commit; answers when it is on the disk. */
export function useCommit(): (commit: Commit) => Promise<Result<RequestAnswer<'commit'>>> {
  const client = useStore();
  return useCallback((commit) => commitNow(client, commit), [client]);
}

/** A new random 128-bit id. */
export function newId(): Id {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Who takes something back or sets it aside, and when. */
export function markNow({ memberId }: Pick<SessionInfo, 'memberId'>): { readonly at: string; readonly by: Id } {
  return { at: new Date().toISOString(), by: memberId };
}

/** Who records a new fact, when, where and in which capacity: the office of a practitioner works under counsel. */
export function recordedNow(session: SessionInfo): Recorded {
  const isUnderCounsel =
    session.role === 'attorney' || session.role === 'accreditedRepresentative' || session.role === 'paralegal';
  return {
    by: session.memberId,
    at: new Date().toISOString(),
    device: session.device,
    capacity: isUnderCounsel ? 'underCounsel' : 'ownOrganisation',
  };
}
