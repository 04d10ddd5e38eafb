/**
 * `lock`: one process owns a vault. It names process and boot; a lock from before the last boot, or of a process that
 * is gone (or whose number another program has now), is stale and taken over. Electron's single-instance lock stands
 * before this one; this one also holds between users and installations that share the folder.
 */
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { onDisk, orMissing } from './disk-error.ts';
import type { Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';

const owner = z.strictObject({
  pid: z.number().int().positive(),
  /** Boot id on Linux; elsewhere the minute of the last boot. */
  boot: z.string(),
  /** When the process started, as the system counts it; '' where it cannot be told. */
  started: z.string(),
});
export type LockOwner = z.infer<typeof owner>;

/** What is asked of the system, so that tests can answer. */
export interface ProcessTable {
  readonly self: LockOwner;
  /** Start of a running process, '' when unknown; null when there is no such process. */
  startOf(pid: number): Promise<string | null>;
}

/** Takes the lock; throws `vault-locked-by-other` {pid} when a living process has it, or a disk error. */
export async function takeLock(fs: VaultFs, layout: Layout, table: ProcessTable): Promise<void> {
  await onDisk(async () => {
    const holder = await readLock(fs, layout);
    if (holder !== null && (await isAlive(holder, table))) {
      throw new AppError('vault-locked-by-other', { pid: holder.pid });
    }
    await fs.remove(layout.lock);
    const file = await fs.open(layout.lock, 'create').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        throw new AppError('vault-locked-by-other', { pid: 0 });
      }
      throw error;
    });
    try {
      await file.write(Buffer.from(JSON.stringify(table.self)));
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** Gives the lock back if it is ours. Never throws: a lock left behind is stale after this process ends. */
export async function releaseLock(fs: VaultFs, layout: Layout, table: ProcessTable): Promise<void> {
  try {
    const holder = await readLock(fs, layout);
    if (holder !== null && isSame(holder, table.self)) await fs.remove(layout.lock);
  } catch {
    // Nothing depends on it.
  }
}

async function readLock(fs: VaultFs, layout: Layout): Promise<LockOwner | null> {
  const bytes = await orMissing(fs.read(layout.lock), null);
  if (bytes === null) return null;
  try {
    return owner.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null; // a crash while it was written: its process never owned the vault
  }
}

async function isAlive(holder: LockOwner, table: ProcessTable): Promise<boolean> {
  if (holder.boot !== table.self.boot || isSame(holder, table.self)) return false;
  const started = await table.startOf(holder.pid);
  return started !== null && (started === '' || holder.started === '' || started === holder.started);
}
function isSame(left: LockOwner, right: LockOwner): boolean {
  return left.pid === right.pid && left.boot === right.boot && left.started === right.started;
}

/** The table of the running system. */
export async function systemProcesses(): Promise<ProcessTable> {
  const self = { pid: process.pid, boot: await bootId(), started: (await startOf(process.pid)) ?? '' };
  return { self, startOf };
}

async function bootId(): Promise<string> {
  const linux = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  return linux?.trim() ?? `${os.hostname()}/${Math.round((Date.now() / 1000 - os.uptime()) / 60)}`;
}

async function startOf(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Fields follow the name in parentheses; the start time is the 22nd of all.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
