// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { answered } from '#shared/domain/base.ts';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { scopeOf } from '#renderer/record/slot.ts';
import { commitNow } from '#renderer/store/client.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider, useCase } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { StepAccount } from './step-account.tsx';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

it('knows the language of an account that is on its way to the disk when it is marked as told', async () => {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const told = b.fact('fearEvents', [], {});
  const store = new SlowStore<'case'>(b.done());
  function Account(): ReactNode {
    const { file } = useCase(store.file.id);
    const event = file?.fearEvents[told.id];
    if (file === undefined || event === undefined) return null;
    const scope = scopeOf(file.id, ['fearEvents', event.id], event, 'fear.changed');
    return <StepAccount scope={scope} people={[]} ownLanguage="es" />;
  }
  render(
    <KitProvider choice="light">
      <StoreProvider client={store.client} session={testSession}>
        <Account />
      </StoreProvider>
    </KitProvider>,
  );
  const mark = await screen.findByRole('button', { name: 'The account has been told' });
  const words = { text: 'Nchin xoba', language: 'mam', translations: {} };
  const path = ['fearEvents', told.id, 'account'];
  void commitNow(store.client, {
    label: 'fear.changed',
    edits: [{ fileId: store.file.id, changes: [{ path, value: answered(words) }] }],
  });
  fireEvent.click(mark);
  store.next();
  await waitFor(() => expect(store.waiting).toBe(1));
  store.next();
  expect(store.file.fearEvents[told.id]).toMatchObject({ accountTold: true, accountLanguages: ['mam'] });
});
