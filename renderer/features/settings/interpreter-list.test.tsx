// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { officeFile } from '#shared/domain/office.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider, useQuery } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { InterpreterList } from './interpreter-list.tsx';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
const pairs = ['mam', 'quc', 'kek'].map((from) => ({ from, to: 'es' }));
const juan = '2'.repeat(32);

it('removes two pairs of languages quickly, and brings none of them back', async () => {
  const made = { id: juan, name: 'Juan', pairs, recorded };
  const store = new SlowStore<'office'>(
    officeFile.parse({
      kind: 'office',
      schemaVersion: 1,
      id: '1'.repeat(32),
      interpreters: { [juan]: made },
      createdAt: recorded.at,
    }),
  );
  function List(): ReactNode {
    const { data } = useQuery('file', { id: store.file.id });
    return data?.kind === 'office' ? <InterpreterList office={data} isReadOnly={false} /> : null;
  }
  render(
    <KitProvider choice="light">
      <StoreProvider client={store.client} session={testSession}>
        <List />
      </StoreProvider>
    </KitProvider>,
  );
  fireEvent.click(await screen.findByRole('button', { name: /Juan/ }));
  fireEvent.click(screen.getByRole('button', { name: /Remove Mam/ }));
  fireEvent.click(screen.getByRole('button', { name: /Remove K.iche/ }));
  store.next();
  store.next();
  expect(store.file.interpreters[juan]?.pairs).toEqual([{ from: 'kek', to: 'es' }]);
});
