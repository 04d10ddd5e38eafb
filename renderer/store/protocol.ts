/** Messages between the page and the store worker. Every request is answered once, by the id it came with. */
import type { Arg, Channel } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/errors.ts';
import type { RequestName, StoreNotice } from './contract.ts';

export type ToWorker =
  | { readonly kind: 'request'; readonly id: number; readonly name: RequestName; readonly arg: unknown }
  /** The main process's answer to a `relay`. */
  | { readonly kind: 'relayed'; readonly relayId: number; readonly result: Result<unknown> }
  /** The port on which the derived keys arrive; transferred, so that the page keeps no end of it. */
  | { readonly kind: 'key-port'; readonly ticket: string; readonly port: MessagePort }
  /** The session is over: keys are overwritten and the worker ends. */
  | { readonly kind: 'end' };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  /** The worker cannot reach the main process; the page passes this on (bridge.ts). */
  | { readonly kind: 'relay'; readonly relayId: number; readonly channel: Channel; readonly arg: Arg<Channel> }
  | { readonly kind: 'notice'; readonly notice: StoreNotice };

/** What the key-derivation process puts on the key port. */
export type KeyPortMessage =
  | {
      readonly type: 'keys';
      readonly keys: readonly { readonly slotId: string | null; readonly kek: Uint8Array; readonly kdf: unknown }[];
    }
  | { readonly type: 'failed'; readonly code: string; readonly detail: unknown };
