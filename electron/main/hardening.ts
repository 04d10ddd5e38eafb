/** Keeps what is in memory and in the data folder away from other users of the computer. */
import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

/** The data folder may be named on the command line (a portable disk, a test). Everything new is for this user only. */
export function prepareFolders(): void {
  process.umask(0o077);
  const named = app.commandLine.getSwitchValue('user-data-dir');
  if (named !== '') app.setPath('userData', path.resolve(named));
  const folder = app.getPath('userData');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.chmodSync(folder, 0o700);
}

/**
 * On Linux a core dump would write the memory of a crashed process to disk. The filter 0 leaves nothing of it in a dump;
 * children inherit it, and those that started before us are set here. Other systems dump only when a developer asks.
 */
export function keepMemoryOffDisk(): void {
  if (process.platform !== 'linux') return;
  for (const pid of ['self', ...childProcesses()]) {
    try {
      fs.writeFileSync(`/proc/${pid}/coredump_filter`, '0');
    } catch {
      // A sandboxed child refuses to be written to; such a process is not dumpable anyway.
    }
  }
}

function childProcesses(): string[] {
  try {
    return fs.readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  } catch {
    return [];
  }
}
