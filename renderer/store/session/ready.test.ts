import { afterEach, beforeEach, expect, it } from 'vitest';
import { draftFile } from '#shared/domain/draft.ts';
import { fail } from '#shared/errors.ts';
import {
  createOn,
  family,
  hex,
  type Laptop,
  newLaptop,
  type Opened,
  personIdOf,
  RECORDED,
  removeLaptop,
} from '#e2e/support/laptop.ts';

let laptop: Laptop;
let open: Opened;
beforeEach(async () => {
  laptop = await newLaptop('ready');
  open = await createOn(laptop);
  await open.ask('commit', { label: 'case.created', edits: [], create: [family('c1', ['María Ixcoy'])] });
  const draft = draftFile.parse({
    kind: 'draft',
    schemaVersion: 1,
    id: hex('d1'),
    caseId: hex('c1'),
    templateId: 'declaration',
    about: [personIdOf('c1')],
    createdAt: '2019-11-01T09:00:00Z',
    recorded: RECORDED,
  });
  await open.ask('commit', { label: 'draft.created', edits: [], create: [draft] });
});
afterEach(() => removeLaptop(laptop));

const edit = (...changes: readonly { path: readonly string[]; value: unknown }[]) =>
  open.session.handle('commit', { label: 'draft.step', edits: [{ fileId: hex('d1'), changes }] });
const step = (pair: string, state: string, at: string) => ({
  path: ['life', hex(pair)],
  value: { id: hex(pair), state, at, by: hex('aa') },
});
const finalised = step('11', 'readyToSign', '2019-11-25T16:00:00Z');

it('a document with open items on its list does not become ready to sign, whatever the page does', async () => {
  const refused = await edit(finalised);
  expect(refused).toEqual(fail('not-ready', { count: expect.any(Number), item: 'readBackMissing' }));
  expect(await open.ask('file', { id: hex('d1') })).toMatchObject({ life: {} });
});

it('becomes ready once a practitioner passed over every item with a reason', async () => {
  for (let tries = 0; tries < 20; tries += 1) {
    const done = await edit(finalised);
    if (done.ok) break;
    expect(done.code).toBe('not-ready');
    const id = hex((0x20 + tries).toString(16));
    const value = {
      id,
      item: `${done.detail.item}:`,
      reason: 'Signed at the hearing',
      role: 'attorney',
      at: '2019-11-25T15:30:00Z',
      by: hex('aa'),
    };
    expect(await edit({ path: ['overrides', id], value })).toMatchObject({ ok: true });
  }
  expect(await open.ask('file', { id: hex('d1') })).toMatchObject({ life: { [hex('11')]: { state: 'readyToSign' } } });
});
