/**
 * One text field between typing and record. Typed text goes to the field's pending slot within a second and is
 * committed on leaving the field. It stays on screen and in the slot until the commit is on the disk: a lock, a
 * refused value or a failed save loses nothing.
 */
import type { ErrorDetail, Result } from '#shared/errors.ts';
import { commitNow, type StoreClient } from './client.ts';

export type ToValue = (
  text: string,
) =>
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly detail?: ErrorDetail };

export interface FieldTarget {
  readonly fileId: string;
  readonly path: readonly string[];
  readonly label: string;
  readonly toValue?: ToValue;
}
export interface Problem {
  readonly code: string;
  readonly detail: ErrorDetail;
}
export interface FieldState {
  readonly text: string;
  readonly problem: Problem | null;
  /** Selection to put back after a lock, once. */
  readonly restore: { readonly start: number; readonly end: number } | null;
}
interface PendingText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Typing is sealed this long after the last pending write began, in ms. */
const PENDING_EVERY = 800;

export function slotOf(target: { readonly fileId: string; readonly path: readonly string[] }): string {
  return `field:${target.fileId}/${target.path.join('/')}`;
}

function isPendingText(value: unknown): value is PendingText {
  return typeof value === 'object' && value !== null && typeof (value as PendingText).text === 'string';
}

export class FieldController {
  readonly slot: string;
  readonly #client: StoreClient;
  readonly #listeners = new Set<() => void>();
  #target: FieldTarget;
  #state: FieldState;
  #stored: string;
  #isDirty = false;
  /** The record answered while a commit was under way: its way of writing the value is the one to show. */
  #hasFollowed = false;
  /** Counts keystrokes, so that a commit knows whether typing went on meanwhile. */
  #typed = 0;
  #selection = { start: 0, end: 0 };
  #timer: ReturnType<typeof setTimeout> | null = null;
  #committing: Promise<void> | null = null;

  constructor(client: StoreClient, target: FieldTarget, value: string) {
    this.#client = client;
    this.#target = target;
    this.#stored = value;
    this.slot = slotOf(target);
    this.#state = { text: value, problem: null, restore: null };
  }

  get state(): FieldState {
    return this.#state;
  }
  get isDirty(): boolean {
    return this.#isDirty;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What was typed here before a lock or a crash comes back, with the cursor. */
  async recover(): Promise<void> {
    const found = await this.#client.request('pendingGet', { slot: this.slot });
    if (!found.ok || !isPendingText(found.value) || this.#isDirty) return;
    if (found.value.text === this.#stored) return;
    const { text, start, end } = found.value;
    this.#isDirty = true;
    this.#selection = { start, end };
    this.#set({ text, problem: null, restore: { start, end } });
  }
  restored(): void {
    if (this.#state.restore !== null) this.#set({ ...this.#state, restore: null });
  }

  /** The stored value or the target's functions as the component has them now. */
  follow(target: FieldTarget, value: string): void {
    this.#target = target;
    if (value === this.#stored) return;
    this.#stored = value;
    this.#hasFollowed = true;
    if (!this.#isDirty) this.#set({ text: value, problem: null, restore: null });
  }

  type(text: string, start: number, end: number): void {
    this.#typed += 1;
    this.#isDirty = true;
    this.#selection = { start, end };
    this.#set({ text, problem: null, restore: null });
    this.#schedule();
  }
  select(start: number, end: number): void {
    this.#selection = { start, end };
    if (this.#isDirty) this.#schedule();
  }

  /** Leaves the field: validates and commits. Never throws; a problem stands beside the field. */
  async commit(): Promise<void> {
    while (this.#committing !== null) await this.#committing;
    if (!this.#isDirty) return;
    this.#committing = this.#commitOnce().finally(() => {
      this.#committing = null;
    });
    await this.#committing;
  }

  async #commitOnce(): Promise<void> {
    const { text } = this.#state;
    const typed = this.#typed;
    const read = this.#target.toValue?.(text) ?? { ok: true as const, value: text };
    if (!read.ok) {
      this.#set({ ...this.#state, problem: { code: read.code, detail: read.detail ?? {} } });
      this.#write();
      return;
    }
    this.#cancelTimer();
    const { fileId, path, label } = this.#target;
    this.#hasFollowed = false;
    const result: Result<unknown> = await commitNow(this.#client, {
      label,
      edits: [{ fileId, changes: [{ path, value: read.value }] }],
      clears: [this.slot],
    });
    if (!result.ok) {
      this.#set({ ...this.#state, problem: { code: result.code, detail: result.detail } });
      this.#write();
      return;
    }
    if (this.#typed === typed) {
      this.#isDirty = false;
      this.#set({ ...this.#state, text: this.#hasFollowed ? this.#stored : text, problem: null });
    } else this.#schedule();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#write();
    }, PENDING_EVERY);
  }
  #cancelTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
  #write(): void {
    this.#cancelTimer();
    if (!this.#isDirty) return;
    const value: PendingText = { text: this.#state.text, ...this.#selection };
    void this.#client.request('pendingPut', { slot: this.slot, value });
  }
  /** Seals what is typed now; called when the page is told to lock. */
  writePending(): void {
    this.#write();
  }

  #set(state: FieldState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener();
  }
}

const open = new Set<FieldController>();
export function keepOpen(controller: FieldController): () => void {
  open.add(controller);
  return () => open.delete(controller);
}
/** Commits what the disk refused in open fields; called once saving works again. */
export function commitOpenFields(): void {
  for (const controller of open) if (controller.isDirty && controller.state.problem !== null) void controller.commit();
}
/** Leaves every open field; false when one keeps a text that could not be saved. */
export async function commitEveryField(): Promise<boolean> {
  await Promise.all([...open].map((controller) => controller.commit()));
  return [...open].every((controller) => !controller.isDirty);
}
/** Hands the text of every open field to the worker; called before `flush` at a lock. */
export function writeOpenFields(): void {
  for (const controller of open) controller.writePending();
}
