/** The ports on which derived keys reach the store worker: one for the unlock, later one for each new slot. */
import { AppError, type ErrorCode, type ErrorDetail } from '#shared/errors.ts';
import type { DerivedKey } from '#shared/vault/vault.ts';
import type { KeyPortMessage } from './protocol.ts';

/** The part of a port that is used; tests give a pair of their own. */
export interface KeyPort {
  onmessage: ((event: MessageEvent<KeyPortMessage>) => void) | null;
  close(): void;
}

/** Name of the port that opens the vault. */
export const OPENING = '';

/** How long a key may take once the page knows that it was derived, in ms. */
const LONGEST_WAIT = 10_000;

interface Arrival {
  readonly keys: Promise<readonly DerivedKey[]>;
  readonly arrived: (keys: readonly DerivedKey[]) => void;
  readonly failed: (error: AppError) => void;
}

function newArrival(): Arrival {
  let arrived: Arrival['arrived'] = () => undefined;
  let failed: Arrival['failed'] = () => undefined;
  const keys = new Promise<readonly DerivedKey[]>((resolve, reject) => {
    arrived = resolve;
    failed = reject;
  });
  keys.catch(() => undefined); // whoever asks for the keys hears of it
  return { keys, arrived, failed };
}

export class KeyPorts {
  readonly #arrivals = new Map<string, Arrival>();

  /** Waits for the answer on a port; it is closed with the first message. */
  listen(name: string, port: KeyPort): void {
    port.onmessage = ({ data }) => {
      port.close();
      const arrival = this.#arrival(name);
      if (data.type === 'keys') arrival.arrived(data.keys as readonly DerivedKey[]);
      else arrival.failed(new AppError(data.code as ErrorCode, data.detail as ErrorDetail));
    };
  }

  /** The keys of the unlock; throws what the derive process says of the secret. */
  opening(): Promise<readonly DerivedKey[]> {
    return this.#arrival(OPENING).keys;
  }

  /** The key derived under a ticket, once. Throws `internal` when there is none. */
  async take(ticket: string): Promise<DerivedKey> {
    const [key] = await this.#within(ticket);
    if (key === undefined) throw new AppError('internal', { step: 'derive' });
    return key;
  }

  /** The keys that prove who is at work, once; none when what was typed opened nothing. Throws what the process says. */
  async takeProof(ticket: string): Promise<readonly DerivedKey[]> {
    return this.#within(ticket);
  }

  /** Overwrites what arrived and was never asked for. */
  async wipe(): Promise<void> {
    const waiting = [...this.#arrivals.values()];
    this.#arrivals.clear();
    for (const { keys, failed } of waiting) {
      failed(new AppError('cancelled'));
      for (const { kek } of await keys.catch(() => [])) kek.fill(0);
    }
  }

  async #within(ticket: string): Promise<readonly DerivedKey[]> {
    const { keys, failed } = this.#arrival(ticket);
    const timer = setTimeout(() => failed(new AppError('internal', { step: 'derive' })), LONGEST_WAIT);
    try {
      return await keys;
    } finally {
      clearTimeout(timer);
      this.#arrivals.delete(ticket);
    }
  }
  #arrival(name: string): Arrival {
    const known = this.#arrivals.get(name);
    if (known !== undefined) return known;
    const made = newArrival();
    this.#arrivals.set(name, made);
    return made;
  }
}
