import { describe, expect, it } from 'vitest';
import { channels } from '#shared/ipc/contract.ts';
import { channelNames } from './channel-names.ts';

describe('channelNames', () => {
  it('is exactly the list of the contract', () => {
    expect([...channelNames].sort()).toEqual(Object.keys(channels).sort());
  });
});
