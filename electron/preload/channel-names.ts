/**
 * The names of the contract's channels as a plain list: the preload script is one small file and must not carry zod.
 * The types below fail to compile when the list and the contract differ; channel-names.test.ts checks it again.
 */
import type { Channel } from '#shared/ipc/contract.ts';

export const channelNames = [
  'app.info',
  'app.preferences',
  'app.setPreferences',
  'app.quit',
  'app.setTitle',
  'unlock.status',
  'unlock.begin',
  'unlock.result',
  'unlock.mission',
  'session.lock',
  'session.readyToLock',
  'session.hold',
  'session.activity',
  'vault.derive',
  'vault.place',
  'vault.read',
  'vault.list',
  'vault.readSegment',
  'vault.readSnapshot',
  'vault.create',
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
  'files.save',
  'files.open',
  'files.inspect',
  'print.pdf',
  'clipboard.copy',
] as const satisfies readonly Channel[];

type Missing = Exclude<Channel, (typeof channelNames)[number]>;
/** Compiles only while no channel is missing from the list. */
export const noneMissing: Missing extends never ? true : Missing = true;
