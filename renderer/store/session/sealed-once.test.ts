/** A keys file of a large office has megabytes: a change of access makes each one that it writes, and no other. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOn, hex, type Laptop, newLaptop, type Opened, PRESENT, removeLaptop } from '#e2e/support/laptop.ts';

const made = vi.hoisted(() => ({ files: 0 }));
vi.mock('#shared/vault/keys-file.ts', async (original) => {
  const real = await original<typeof import('#shared/vault/keys-file.ts')>();
  const writeKeysFile: typeof real.writeKeysFile = (...parts) => {
    made.files += 1;
    return real.writeKeysFile(...parts);
  };
  return { ...real, writeKeysFile };
});

const BETO = hex('be');
let laptop: Laptop;
beforeEach(async () => {
  laptop = await newLaptop();
});
afterEach(() => removeLaptop(laptop));

const changes: readonly [string, (ana: Opened) => Promise<unknown>][] = [
  [
    'accessAdd',
    (ana) =>
      ana.ask('accessAdd', {
        proof: PRESENT,
        memberId: hex('ca'),
        name: 'Carla',
        role: 'paralegal',
        ticket: hex('03'),
      }),
  ],
  ['accessRemove', (ana) => ana.ask('accessRemove', { proof: PRESENT, memberId: BETO })],
  ['roleGrant', (ana) => ana.ask('roleGrant', { proof: PRESENT, memberId: BETO, role: 'intakeVolunteer' })],
  ['passphraseChange', (ana) => ana.ask('passphraseChange', { proof: PRESENT, ticket: hex('02') })],
  ['recoveryMake', (ana) => ana.ask('recoveryMake', { proof: PRESENT })],
  [
    'recoveryWithdraw',
    async (ana) => {
      const [you] = (await ana.ask('accessList', undefined)).people;
      await ana.ask('recoveryWithdraw', { proof: PRESENT, slotId: you?.recoverySheets[0]?.slotId ?? '' });
    },
  ],
];

it.each(changes)('%s seals what it writes, once', async (_name, change) => {
  const ana = await createOn(laptop);
  await ana.ask('accessAdd', {
    proof: PRESENT,
    memberId: BETO,
    name: 'Beto Luna',
    role: 'paralegal',
    ticket: hex('01'),
  });
  await ana.ask('recoveryMake', { proof: PRESENT });
  let written = 0;
  laptop.intercept = async (channel, _arg, real) => {
    if (channel === 'vault.writeKeys') written += 1;
    return real();
  };
  made.files = 0;
  await change(ana);
  expect(written).toBeGreaterThan(0);
  expect(made.files).toBe(written);
});
