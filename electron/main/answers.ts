/** Checks who asks, what is asked and what is answered, in one place for every channel. */
import type { IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { allowedWindows, type Channel, channels, type Handlers } from '#shared/ipc/contract.ts';
import { fail, ok, type Result, toFailure } from '#shared/errors.ts';
import type { AnswerChannel } from './ipc.ts';
import { logLine } from './log.ts';
import { isOwnAddress } from './origin.ts';
import { kindOf, type WindowKind } from './window.ts';

// Small messages: making code for each schema takes longer than the check, and the first answers wait for it.
z.config({ jitless: true });

/** The kind of window that asks, or null for anyone who may not: a subframe, a foreign page, a window without a bridge. */
function senderKind(event: IpcMainInvokeEvent): WindowKind | null {
  const frame = event.senderFrame;
  if (frame === null || frame !== event.sender.mainFrame || !isOwnAddress(frame.url)) return null;
  return kindOf(event.sender);
}

function mayCall(kind: WindowKind, channel: Channel): boolean {
  return kind === 'main' || allowedWindows[kind].includes(channel);
}

type AnyHandler = (argument: unknown, context: { readonly window: WindowKind }) => unknown;

async function answer(
  channel: Channel,
  handler: AnyHandler,
  event: IpcMainInvokeEvent,
  raw: unknown,
): Promise<Result<unknown>> {
  const window = senderKind(event);
  if (window === null || !mayCall(window, channel)) return fail('foreign-sender', { channel });
  const argument = channels[channel].arg.safeParse(raw);
  if (!argument.success) {
    const where = argument.error.issues[0]?.path.join('.') ?? '';
    return fail('bad-request', { channel, path: where });
  }
  try {
    const given = channels[channel].result.safeParse(await handler(argument.data, { window }));
    if (given.success) return ok(given.data);
    logLine(`${channel}: the answer does not fit the contract, at ${given.error.issues[0]?.path.join('.') ?? ''}`);
    return fail('internal');
  } catch (error) {
    const failure = toFailure(error);
    if (failure.code === 'internal') logLine(channel, error);
    return failure;
  }
}

/** Who answers which channel, each answer checked. */
export function answersOf(handlers: Handlers): AnswerChannel {
  return (channel, event, raw) => answer(channel, handlers[channel] as AnyHandler, event, raw);
}
