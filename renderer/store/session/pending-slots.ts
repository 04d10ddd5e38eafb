/**
 * Unfinished typing: one sealed file per slot and person, whose name is a keyed hash: nobody finds somebody else's
 * typing in a field, and nobody commits it as their own. It is sealed under the ring of the file that it belongs to. A
 * slot is written at most once a second; the last value always gets written.
 */
import type { ErrorDetail } from '#shared/errors.ts';
import { toFailure } from '#shared/errors.ts';
import { openPending, type Ring, sealPending, type VaultKeys } from '#shared/vault/vault.ts';
import { ask, type Deps } from './deps.ts';
import type { HiddenName } from './hidden-name.ts';

const EVERY = 1000;

interface Slot {
  value: unknown;
  ring: Ring;
  lastWrite: number;
  callOff: (() => void) | null;
  writing: Promise<void>;
}

export class PendingSlots {
  readonly #deps: Deps;
  readonly #keys: VaultKeys;
  readonly #hidden: HiddenName;
  readonly #stored = new Map<string, Uint8Array>();
  readonly #slots = new Map<string, Slot>();
  /** Clearings under way: typing that goes on meanwhile is written after them. */
  readonly #clearing = new Map<string, Promise<unknown>>();

  constructor(deps: Deps, keys: VaultKeys, hidden: HiddenName) {
    this.#deps = deps;
    this.#keys = keys;
    this.#hidden = hidden;
  }

  #id(name: string): string {
    return this.#hidden('pending', `${this.#keys.holder}/${name}`);
  }

  /** Takes over what was left from before the last lock. */
  async read(): Promise<void> {
    for (const { slot, bytes } of await ask(this.#deps, 'vault.pendingReadAll', undefined)) {
      this.#stored.set(slot, bytes);
    }
  }

  /** The slot's value, or null. A slot that does not open (a ring that went, damage) counts as empty and stays on disk. */
  get(name: string): unknown {
    const live = this.#slots.get(name);
    if (live !== undefined) return live.value;
    const id = this.#id(name);
    const sealed = this.#stored.get(id);
    if (sealed === undefined) return null;
    for (const ring of this.#keys.held) {
      const opened = openPending(this.#keys, id, sealed, ring);
      if (opened.ok) return JSON.parse(new TextDecoder().decode(opened.value));
    }
    return null;
  }

  put(name: string, value: unknown, ring: Ring = 'case'): void {
    const slot = this.#slots.get(name) ?? { value, ring, lastWrite: 0, callOff: null, writing: Promise.resolve() };
    slot.value = value;
    slot.ring = ring;
    this.#slots.set(name, slot);
    if (slot.callOff !== null) return;
    const wait = Math.max(0, slot.lastWrite + EVERY - this.#deps.now());
    if (wait === 0) this.#write(name, slot);
    else {
      slot.callOff = this.#deps.later(wait, () => {
        slot.callOff = null;
        this.#write(name, slot);
      });
    }
  }

  async clear(name: string): Promise<void> {
    const id = this.#id(name);
    const slot = this.#slots.get(name);
    slot?.callOff?.();
    this.#slots.delete(name);
    const isKnown = this.#stored.delete(id);
    if (slot === undefined && !isKnown) return;
    // A write under way must not come after the clearing.
    const done = (slot?.writing ?? Promise.resolve()).then(() => ask(this.#deps, 'vault.pendingClear', { slot: id }));
    const settled = done.catch(() => undefined);
    this.#clearing.set(name, settled);
    await done.finally(() => {
      if (this.#clearing.get(name) === settled) this.#clearing.delete(name);
    });
  }

  /** Writes what waits, now. */
  async flush(): Promise<void> {
    for (const [name, slot] of this.#slots) {
      if (slot.callOff === null) continue;
      slot.callOff();
      slot.callOff = null;
      this.#write(name, slot);
    }
    await Promise.all([...this.#slots.values()].map((slot) => slot.writing));
  }

  /** Calls off what was planned: the session is over. */
  stop(): void {
    for (const slot of this.#slots.values()) {
      slot.callOff?.();
      slot.callOff = null;
    }
  }

  #write(name: string, slot: Slot): void {
    slot.lastWrite = this.#deps.now();
    const id = this.#id(name);
    const data = new TextEncoder().encode(JSON.stringify(slot.value ?? null));
    const bytes = sealPending(this.#keys, id, data, this.#deps.random, slot.ring);
    this.#stored.set(id, bytes);
    slot.writing = Promise.all([slot.writing, this.#clearing.get(name)])
      .then(() => ask(this.#deps, 'vault.pendingWrite', { slot: id, bytes }))
      .then(
        () => undefined,
        (error: unknown) => {
          const { code, detail }: { code: string; detail: ErrorDetail } = toFailure(error);
          this.#deps.notify({ kind: 'save-failed', code, detail });
        },
      );
  }
}
