/** Where the Electron binary and the built apps are; the same finder as the set-up uses. */
import path from 'node:path';
import { findElectron } from '#electron/setup/electron-binary.mjs';

export const root = path.resolve(import.meta.dirname, '..', '..');
export const builtForTests = path.join(root, 'out', 'e2e');

export function electronExecutable(): string {
  const found = findElectron();
  if (found === null) throw new Error('No Electron is set up: run "npm run setup".');
  return found.executable;
}

/** As root (a container) Chromium starts only without its sandbox. */
export function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
