import { describe, expect, it } from 'vitest';
import { printOutcome } from './print-outcome.ts';

describe('what the system says after its print dialog', () => {
  it.each([
    [true, '', 'printed'],
    [false, 'Print job canceled', 'cancelled'],
    [false, 'cancelled', 'failed'],
    [false, 'Print job cancelled', 'cancelled'],
    [false, 'Failed to enumerate printers', 'failed'],
    [false, 'Print job failed', 'failed'],
    [false, '', 'failed'],
  ] as const)('%s "%s" → %s', (success, reason, expected) => {
    expect(printOutcome(success, reason)).toBe(expected);
  });
});
