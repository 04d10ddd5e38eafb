/** The page's side of the relay: the worker asks, the page calls the one named function of the preload. */
import type { Channel } from '#shared/ipc/contract.ts';
import { fail, type Result } from '#shared/errors.ts';

type AnyCall = (arg: unknown) => Promise<Result<unknown>>;

/** Channels the store may use; anything else from the worker is a bug. */
const relayed: ReadonlySet<Channel> = new Set<Channel>([
  'vault.read',
  'vault.list',
  'vault.readSegment',
  'vault.readSnapshot',
  'vault.create',
  'vault.derive',
  'vault.writeHeader',
  'vault.writeKeys',
  'vault.append',
  'vault.cutTorn',
  'vault.pendingWrite',
  'vault.pendingReadAll',
  'vault.pendingClear',
  'vault.blobWrite',
  'vault.blobRead',
  'vault.snapshotWrite',
]);

/** Calls `window.amparo.<area>.<name>(arg)`; a call that fails below the contract answers `internal`. */
export async function callMain(channel: Channel, arg: unknown): Promise<Result<unknown>> {
  if (!relayed.has(channel)) return fail('bad-request', { channel });
  const [area, name] = channel.split('.') as [string, string];
  const areas = window.amparo as unknown as Record<string, Record<string, AnyCall>>;
  const call = areas[area]?.[name];
  if (call === undefined) return fail('bad-request', { channel });
  try {
    return await call(arg);
  } catch {
    return fail('internal', { channel });
  }
}
