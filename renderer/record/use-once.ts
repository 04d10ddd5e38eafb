/** A decision is written once, however often its button is pressed before the page has heard of it. */
import { useEffect, useRef } from 'react';
import type { Result } from '#shared/errors.ts';

/**
 * Lets the work of a key through once while that key is open: a double press is faster than the record. What could not
 * be written may be tried again, and so may what stands open anew.
 */
export function useOnce(open: readonly string[]): (key: string, work: () => Promise<Result<unknown>>) => void {
  const sent = useRef(new Set<string>());
  useEffect(() => {
    for (const key of sent.current) if (!open.includes(key)) sent.current.delete(key);
  });
  return (key, work) => {
    if (sent.current.has(key)) return;
    sent.current.add(key);
    void work().then((result) => {
      if (!result.ok) sent.current.delete(key);
    });
  };
}
