/** The page's end of the store worker. */
import type { Channel } from '#shared/ipc/contract.ts';
import { fail, type Result } from '#shared/errors.ts';
import { callMain } from './bridge.ts';
import type { Commit, RequestAnswer, RequestArg, RequestName, StoreNotice } from './contract.ts';
import { OPENING } from './key-ports.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

export interface StoreClient {
  /** Asks the worker; the answer is a value or a failure, never a throw. */
  request<N extends RequestName>(name: N, arg: RequestArg<N>): Promise<Result<RequestAnswer<N>>>;
  /** Hears every notice; answers the function that stops it. */
  subscribe(listener: (notice: StoreNotice) => void): () => void;
}

/** The client of a worker of its own. */
export interface ConnectedStore extends StoreClient {
  /** Ends the session: the worker overwrites its keys and stops. Nothing is answered afterwards. */
  end(): void;
}

/** The part of `Worker` that the client needs; tests give a pair of ports. */
export interface WorkerEnd {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromWorker }) => void): void;
}

/** Joins requests to answers and passes the worker's relays on to `toMain`. */
export function createStoreClient(
  worker: WorkerEnd,
  toMain: (channel: Channel, arg: unknown) => Promise<Result<unknown>>,
): ConnectedStore {
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  const listeners = new Set<(notice: StoreNotice) => void>();
  let nextId = 1;

  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'answer') {
      waiting.get(data.id)?.(data.result);
      waiting.delete(data.id);
      return;
    }
    if (data.kind === 'notice') {
      for (const listener of [...listeners]) listener(data.notice);
      return;
    }
    void toMain(data.channel, data.arg).then((result) => {
      worker.postMessage({ kind: 'relayed', relayId: data.relayId, result });
    });
  });

  return {
    request<N extends RequestName>(name: N, arg: RequestArg<N>) {
      return new Promise<Result<RequestAnswer<N>>>((resolve) => {
        const id = nextId++;
        waiting.set(id, (result) => resolve(result as Result<RequestAnswer<N>>));
        worker.postMessage({ kind: 'request', id, name, arg });
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => worker.postMessage({ kind: 'end' }),
  };
}

/** What the preload says of a port: nothing more for the unlock, a ticket for a further slot. */
interface KeyPortEvent {
  readonly type?: unknown;
  readonly start?: { readonly ticket?: string };
}

/**
 * Starts the store worker and hands it every key port that the preload delivers. Call once, before the first
 * `await` of the page, so that the port is not missed.
 */
export function connectStore(): ConnectedStore {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'store' });
  window.addEventListener('message', (event: MessageEvent<KeyPortEvent | null>) => {
    const port = event.ports[0];
    if (event.source !== window || event.data?.type !== 'amparo:key-port' || port === undefined) return;
    const message: ToWorker = { kind: 'key-port', ticket: event.data.start?.ticket ?? OPENING, port };
    worker.postMessage(message, [port]);
  });
  return createStoreClient(worker as unknown as WorkerEnd, callMain);
}

const underWay = new Set<Promise<Result<unknown>>>();
const inTurn = new Set<Promise<Result<unknown>>>();

function noted<R extends Result<unknown>>(written: Promise<R>): Promise<R> {
  const forget = (): void => void underWay.delete(written);
  underWay.add(written);
  written.then(forget, forget);
  return written;
}

/** Writes one commit from outside of React. */
export function commitNow(client: StoreClient, commit: Commit): Promise<Result<RequestAnswer<'commit'>>> {
  if (commit.label === '') return Promise.resolve(fail('bad-request', { field: 'label' }));
  return noted(client.request('commit', commit));
}

/** Does `work`, which reads and writes, once all that is under way now is answered; it is under way itself until then. */
export function commitInTurn(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const before = Promise.allSettled(underWay);
  const done = noted(before.then(work));
  const forget = (): void => void inTurn.delete(done);
  inTurn.add(done);
  done.then(forget, forget);
  return done;
}

/** Waits for what waits for its turn: nothing of it is with the worker yet, nor in a pending slot. */
export async function turnsUnderWay(): Promise<void> {
  await Promise.allSettled(inTurn);
}

/** Waits for the commits that are under way now; false when one of them was refused. */
export async function commitsUnderWay(): Promise<boolean> {
  const results = await Promise.all(underWay);
  return results.every((result) => result.ok);
}
