import { expect, test } from 'vitest';
import type { DocumentTree } from '#shared/documents/tree.ts';
import type { PdfWorker } from './pdf-client.ts';
import { createPdfClient } from './pdf-client.ts';
import type { PdfReply, PdfRequest } from './protocol.ts';

function standIn() {
  const sent: PdfRequest[] = [];
  let listener: (event: { data: PdfReply }) => void = () => {};
  const worker: PdfWorker = {
    postMessage: (request) => sent.push(request),
    addEventListener: (_, heard) => {
      listener = heard;
    },
  };
  return { sent, worker, reply: (reply: PdfReply) => listener({ data: reply }) };
}
const tree = (title: string): DocumentTree => ({ version: 1, templateId: 't', title, language: 'en', blocks: [] });
const options = {
  draft: true,
  footer: { left: '', pageOf: '' },
  date: '2019-01-01T00:00:00Z',
  tagged: false,
  pdfa: false,
  compress: true,
};
const titles = (sent: PdfRequest[]) => sent.map(({ job }) => (job.kind === 'render' ? job.tree.title : job.kind));

test('one job is with the worker at a time; the newest preview replaces those that wait and the one that runs', async () => {
  const { sent, worker, reply } = standIn();
  const client = createPdfClient(() => worker);
  const first = client.render(tree('first'), options, { latest: 'preview' });
  const second = client.render(tree('second'), options, { latest: 'preview' });
  const third = client.render(tree('third'), options, { latest: 'preview' });
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  expect(titles(sent)).toEqual(['first']);
  reply({ id: 1, result: { ok: true, value: new Uint8Array([1]) } });
  expect(titles(sent)).toEqual(['first', 'third']);
  reply({ id: 3, result: { ok: true, value: new Uint8Array([3]) } });
  expect(await third).toEqual(new Uint8Array([3]));
});

test('a job without a name is never replaced', async () => {
  const { sent, worker, reply } = standIn();
  const client = createPdfClient(() => worker);
  const final = client.render(tree('final'), options);
  const preview = client.render(tree('preview'), options, { latest: 'preview' });
  reply({ id: 1, result: { ok: true, value: new Uint8Array([1]) } });
  reply({ id: 2, result: { ok: true, value: new Uint8Array([2]) } });
  expect([await final, await preview]).toEqual([new Uint8Array([1]), new Uint8Array([2])]);
  expect(titles(sent)).toEqual(['final', 'preview']);
});

test('an aborted job is never sent, and a failure comes back as the error it was', async () => {
  const { sent, worker, reply } = standIn();
  const client = createPdfClient(() => worker);
  const running = client.render(tree('running'), options);
  const stop = new AbortController();
  const waiting = client.render(tree('waiting'), options, { signal: stop.signal });
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  const detail = { character: '漢', codePoint: 'U+6F22', where: 'p1' };
  reply({ id: 1, result: { ok: false, code: 'character-not-in-font', detail } });
  await expect(running).rejects.toMatchObject({ code: 'character-not-in-font', detail });
  expect(titles(sent)).toEqual(['running']);
});
