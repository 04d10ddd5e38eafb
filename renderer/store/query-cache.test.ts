import { expect, it } from 'vitest';
import { ok } from '#shared/errors.ts';
import { createStoreClient, type StoreClient, type WorkerEnd } from './client.ts';
import type { StoreNotice } from './contract.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { QueryCache } from './query-cache.ts';

const atOnce = (work: () => void): void => work();
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function fakeClient() {
  const asked: string[] = [];
  const listeners = new Set<(notice: StoreNotice) => void>();
  let answer = 0;
  const client: StoreClient = {
    async request(name, arg) {
      asked.push(`${name} ${JSON.stringify(arg)}`);
      answer += 1;
      return ok(answer) as never;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const changed = (...fileIds: string[]) => {
    for (const listener of listeners) listener({ kind: 'changed', fileIds, labels: [] });
  };
  return { client, asked, changed };
}

it('asks once for many watchers and keeps the same state object between changes', async () => {
  const { client, asked } = fakeClient();
  const cache = new QueryCache(client, atOnce);
  cache.watch('file', { id: 'a' }, () => {});
  cache.watch('file', { id: 'a' }, () => {});
  await settled();
  expect(asked).toEqual(['file {"id":"a"}']);
  expect(cache.read('file', { id: 'a' })).toBe(cache.read('file', { id: 'a' }));
});

it('asks again for what a commit touched, and only for that file', async () => {
  const { client, asked, changed } = fakeClient();
  const cache = new QueryCache(client, atOnce);
  let heard = 0;
  cache.watch('file', { id: 'a' }, () => {
    heard += 1;
  });
  cache.watch('drafts', { caseId: null }, () => {});
  await settled();
  asked.length = 0;
  changed('b');
  await settled();
  expect(asked).toEqual(['drafts {"caseId":null}']);
  changed('a');
  await settled();
  expect(asked.slice(1).sort()).toEqual(['drafts {"caseId":null}', 'file {"id":"a"}']);
  expect(heard).toBe(2);
});

it('does not ask for answers that nobody shows, but does when they are shown again', async () => {
  const { client, asked, changed } = fakeClient();
  const cache = new QueryCache(client, atOnce);
  const stop = cache.watch('file', { id: 'a' }, () => {});
  await settled();
  stop();
  changed('a');
  await settled();
  expect(asked).toHaveLength(1);
  cache.watch('file', { id: 'a' }, () => {});
  await settled();
  expect(asked).toHaveLength(2);
});

it('asks again after the next paint, once for several commits, and at once for a screen that opens meanwhile', async () => {
  const { client, asked, changed } = fakeClient();
  const painted: (() => void)[] = [];
  const cache = new QueryCache(client, (work) => void painted.push(work));
  cache.watch('file', { id: 'a' }, () => {});
  const stop = cache.watch('file', { id: 'b' }, () => {});
  await settled();
  stop();
  asked.length = 0;
  changed('a', 'b');
  changed('a');
  await settled();
  expect(asked).toEqual([]);
  cache.watch('file', { id: 'b' }, () => {});
  await settled();
  expect(asked).toEqual(['file {"id":"b"}']);
  expect(painted).toHaveLength(1);
  painted[0]?.();
  await settled();
  expect(asked).toEqual(['file {"id":"b"}', 'file {"id":"a"}']);
  changed('a');
  expect(painted).toHaveLength(2);
});

it('joins answers to requests, passes relays on, and hands notices over', async () => {
  const sent: ToWorker[] = [];
  let receive: (event: { readonly data: FromWorker }) => void = () => {};
  const worker: WorkerEnd = {
    postMessage: (message) => sent.push(message),
    addEventListener: (_type, listener) => {
      receive = listener;
    },
  };
  const client = createStoreClient(worker, async (channel, arg) => ok([channel, arg]));
  const heard: StoreNotice[] = [];
  const stop = client.subscribe((notice) => heard.push(notice));
  const [first, second] = [client.request('newIds', { count: 1 }), client.request('newIds', { count: 2 })];
  receive({ data: { kind: 'answer', id: 2, result: ok(['b']) } });
  receive({ data: { kind: 'answer', id: 1, result: ok(['a']) } });
  expect(await first).toEqual(ok(['a']));
  expect(await second).toEqual(ok(['b']));
  receive({ data: { kind: 'relay', relayId: 7, channel: 'vault.list', arg: undefined } });
  await settled();
  expect(sent.at(-1)).toEqual({ kind: 'relayed', relayId: 7, result: ok(['vault.list', undefined]) });
  receive({ data: { kind: 'notice', notice: { kind: 'saving' } } });
  stop();
  receive({ data: { kind: 'notice', notice: { kind: 'saving' } } });
  expect(heard).toEqual([{ kind: 'saving' }]);
});

it('does not show a file that was read before a change known by now', async () => {
  const { client, changed } = fakeClient();
  const held: (() => void)[] = [];
  let hold = false;
  const slow: StoreClient = {
    ...client,
    request: async (name, arg) => {
      const answer = await client.request(name, arg);
      if (hold) await new Promise<void>((done) => held.push(done));
      return answer;
    },
  };
  const cache = new QueryCache(slow, (work) => setTimeout(work, 1));
  const shown: unknown[] = [];
  const key = { id: 'a' };
  cache.watch('file', key, () => shown.push(cache.read('file', key).data));
  await settled();
  hold = true;
  changed('a');
  await settled();
  changed('a');
  held.shift()?.();
  await settled();
  held.shift()?.();
  await settled();
  expect(shown).toEqual([1, 3]);
});
