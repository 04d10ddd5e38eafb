// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '#shared/errors.ts';
import { useOnce } from './use-once.ts';

afterEach(cleanup);

function openOn(...open: string[]) {
  const hook = renderHook((keys: readonly string[]) => useOnce(keys), { initialProps: open });
  return { press: (key: string, work: () => Promise<Result<unknown>>) => hook.result.current(key, work), ...hook };
}
const saved = () => vi.fn(async (): Promise<Result<unknown>> => ({ ok: true, value: null }));

describe('a decision pressed again', () => {
  it('is written once while it is open, also after it was saved and before the page has heard of it', async () => {
    const { press } = openOn('a', 'b');
    const work = saved();
    press('a', work);
    press('a', work);
    await Promise.resolve();
    press('a', work);
    expect(work).toHaveBeenCalledTimes(1);
    press('b', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is written again when it stands open anew', () => {
    const { press, rerender } = openOn('a');
    const work = saved();
    press('a', work);
    rerender([]);
    rerender(['a']);
    press('a', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('may be tried again when it could not be written', async () => {
    const { press } = openOn('a');
    const work = vi.fn(async (): Promise<Result<unknown>> => ({ ok: false, code: 'disk-full', detail: {} }));
    press('a', work);
    await vi.waitFor(() => {
      press('a', work);
      expect(work).toHaveBeenCalledTimes(2);
    });
  });
});
