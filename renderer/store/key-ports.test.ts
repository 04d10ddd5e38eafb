import { describe, expect, it } from 'vitest';
import { KDF } from '#shared/vault/testing.ts';
import { type KeyPort, KeyPorts, OPENING } from './key-ports.ts';
import type { KeyPortMessage } from './protocol.ts';

function port(): KeyPort & { say(data: KeyPortMessage): void; isClosed: boolean } {
  return {
    onmessage: null,
    isClosed: false,
    close() {
      this.isClosed = true;
    },
    say(data) {
      this.onmessage?.({ data } as MessageEvent<KeyPortMessage>);
    },
  };
}
const key = (fill: number) => ({ slotId: null, kek: new Uint8Array(32).fill(fill), kdf: KDF });
const ticket = 'ab'.repeat(16);

describe('KeyPorts', () => {
  it('keeps the keys of the unlock and of new slots apart, whichever comes first', async () => {
    const ports = new KeyPorts();
    const [opening, slot] = [port(), port()];
    const opened = ports.opening();
    ports.listen(OPENING, opening);
    ports.listen(ticket, slot);
    slot.say({ type: 'keys', keys: [key(2)] });
    opening.say({ type: 'keys', keys: [key(1)] });
    expect((await opened)[0]?.kek[0]).toBe(1);
    expect((await ports.take(ticket)).kek[0]).toBe(2);
    expect([opening.isClosed, slot.isClosed]).toEqual([true, true]);
  });

  it('tells what the derive process says of the secret instead of waiting for ever', async () => {
    const ports = new KeyPorts();
    const opening = port();
    ports.listen(OPENING, opening);
    opening.say({ type: 'failed', code: 'recovery-code-checksum', detail: { group: 2 } });
    await expect(ports.opening()).rejects.toMatchObject({ code: 'recovery-code-checksum', detail: { group: 2 } });
  });

  it('overwrites a key that nobody took', async () => {
    const ports = new KeyPorts();
    const slot = port();
    ports.listen(ticket, slot);
    const made = key(7);
    slot.say({ type: 'keys', keys: [made] });
    await ports.wipe();
    expect(made.kek.every((byte) => byte === 0)).toBe(true);
  });
});
