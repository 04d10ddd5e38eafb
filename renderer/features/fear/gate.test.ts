import { describe, expect, it } from 'vitest';
import { stepsLeft } from './gate.ts';

describe('stepsLeft', () => {
  it('keeps the account until it is marked told, whatever else was answered', () => {
    const doneSteps = ['account', 'whenWhere', 'who', 'asked', 'said', 'did', 'result', 'followed'] as const;
    expect(stepsLeft({ accountTold: false, doneSteps: [...doneSteps] })).toEqual(['account']);
    expect(stepsLeft({ accountTold: true, doneSteps: [...doneSteps] })).toEqual([]);
  });
  it('names each step that was not gone through, in order', () => {
    expect(stepsLeft({ accountTold: true, doneSteps: ['who', 'whenWhere', 'asked', 'said', 'did'] })).toEqual([
      'result',
      'followed',
    ]);
  });
});
