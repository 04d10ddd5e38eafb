/** The log holds codes and places in our own code, never what a client said, a name or a path. */
import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';

const LARGEST_BYTES = 256 * 1024;

function file(): string {
  return path.join(app.getPath('userData'), 'logs', 'main.log');
}

/** The last frames of an error inside our own bundle: file, line and column, no message. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const frames = (error.stack ?? '').match(/[\w-]+\.(?:js|cjs|ts):\d+:\d+/g) ?? [];
  return [error.name, ...frames.slice(0, 4)].join(' < ');
}

/** Writes one line; a log that cannot be written is given up silently, for nothing depends on it. */
export function logLine(text: string, error?: unknown): void {
  const line = `${new Date().toISOString()} ${text}${error === undefined ? '' : ` ${placeOf(error)}`}\n`;
  try {
    fs.mkdirSync(path.dirname(file()), { recursive: true });
    if (fs.existsSync(file()) && fs.statSync(file()).size > LARGEST_BYTES) fs.renameSync(file(), `${file()}.1`);
    fs.appendFileSync(file(), line);
  } catch {
    return;
  }
  if (!__TEST_BUILD__) return;
  process.stderr.write(error instanceof Error ? `${text} ${error.stack}\n` : line);
}

export function startLog(): void {
  process.on('uncaughtException', (error) => {
    logLine('uncaught', error);
    app.exit(1);
  });
  process.on('unhandledRejection', (reason) => logLine('unhandled', reason));
}
