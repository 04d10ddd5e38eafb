import { expect, it } from 'vitest';
import { hex } from '#e2e/support/laptop.ts';
import { encodeEntry } from '../index/codec.ts';
import type { PlainEntry } from '../index/entries.ts';
import { EntryMap } from '../index/entry-map.ts';
import type { OpenStore } from '../session/open-store.ts';
import { filesOfKind } from './files.ts';

it('finds the notes of a case without decoding a case or a document', async () => {
  const entries = new EntryMap();
  const plain = (pair: string, kind: PlainEntry['kind'], owner: string): void => {
    const entry: PlainEntry = { kind, id: hex(pair), owner, revision: 1, changedAt: '', caseId: null };
    entries.setLine(entry.id, `${entry.id}${JSON.stringify(encodeEntry(entry))}`);
  };
  // Lines that cannot be decoded: whoever tries fails.
  entries.setLine(hex('c1'), `${hex('c1')}["c",`);
  entries.setLine(hex('d1'), `${hex('d1')}["d",`);
  plain('a1', 'note', hex('c1'));
  plain('a2', 'note', hex('c2'));
  plain('b1', 'office', hex('b1'));
  const load = async (id: string) => ({ file: { id } });
  const store = { index: { entries }, records: { load } } as unknown as OpenStore;
  expect(await filesOfKind(store, 'note', hex('c1'))).toEqual([{ id: hex('a1') }]);
  expect(await filesOfKind(store, 'note', undefined)).toEqual([{ id: hex('a1') }, { id: hex('a2') }]);
  expect(await filesOfKind(store, 'office', undefined)).toEqual([{ id: hex('b1') }]);
});
