// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider } from '#renderer/store/use-store.tsx';
import { useMemberName } from './who-and-when.ts';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

function Who({ memberId }: { readonly memberId: string }): ReactNode {
  return <p>{`by ${useMemberName()(memberId)}`}</p>;
}

it('says that a member has no name, and never shows an id', async () => {
  const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };
  const store = new SlowStore<'case'>(new CaseBuilder(countingIds(1), recorded, 'TEST').done());
  render(
    <StoreProvider client={store.client} session={testSession}>
      <Who memberId={testSession.memberId} />
    </StoreProvider>,
  );
  expect(await screen.findByText('by No name yet')).toBeTruthy();
  expect(screen.queryByText(/[0-9a-f]{32}/)).toBeNull();
});
