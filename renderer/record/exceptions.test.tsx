// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import type { Encounter } from '#shared/domain/journey.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider, useCase } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { exceptionField, Exceptions } from './exceptions.tsx';
import { namedPeople } from './names.ts';
import { scopeOf } from './slot.ts';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

it('keeps both of two differences that are added quickly for one person, and takes back one alone', async () => {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const [ana, berta] = ['Ana', 'Berta'].map((given) => b.person({ given: [given], surnames: [] })) as [
    ReturnType<CaseBuilder['person']>,
    ReturnType<CaseBuilder['person']>,
  ];
  const crossing = b.fact('encounters', [ana, berta], { kind: 'crossing' });
  const store = new SlowStore<'case'>(b.done());
  function Differences(): ReactNode {
    const { file } = useCase(store.file.id);
    const fact = file?.encounters[crossing.id];
    if (file === undefined || fact === undefined) return null;
    const fields = [
      exceptionField<Encounter, 'date'>('date', 'Date', () => 'the date'),
      exceptionField<Encounter, 'port'>('port', 'Port', () => 'the port'),
    ];
    const scope = scopeOf(file.id, ['encounters', fact.id], fact, 'encounter.changed');
    return <Exceptions scope={scope} people={namedPeople(file, () => '')} fields={fields} />;
  }
  render(
    <KitProvider choice="light">
      <StoreProvider client={store.client} session={testSession}>
        <Differences />
      </StoreProvider>
    </KitProvider>,
  );
  const add = (key: string) => {
    fireEvent.change(screen.getByLabelText('What differs'), { target: { value: key } });
    fireEvent.click(screen.getByRole('button', { name: 'Add a difference', hidden: true }));
  };
  fireEvent.change(await screen.findByLabelText('Person'), { target: { value: berta.id } });
  add('date');
  add('port');
  store.next();
  store.next();
  const given = () => Object.keys(store.file.encounters[crossing.id]?.exceptions[berta.id] ?? {}).sort();
  expect(given()).toEqual(['date', 'port']);

  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: 'Same as the others again', hidden: true })).toHaveLength(2),
  );
  for (const button of screen.getAllByRole('button', { name: 'Same as the others again', hidden: true }))
    fireEvent.click(button);
  for (const _ of [1, 2]) {
    await waitFor(() => expect(store.waiting).toBeGreaterThan(0));
    store.next();
  }
  expect(given()).toEqual([]);
});
