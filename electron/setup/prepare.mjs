/**
 * Prepares a machine and does only what is missing; a second run costs well under a second.
 * Needs Node 20 and npm, nothing else. Also a program: node electron/setup/prepare.mjs [window] [headless] [tests]
 */
import { fileURLToPath } from 'node:url';
import { installDebianPackages } from './debian.mjs';
import { provideElectron } from './electron-binary.mjs';
import { provideFonts } from './fonts.mjs';
import { installPackages } from './npm.mjs';

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed to start; this is ${process.versions.node}.`);
  }
}

/**
 * @param {{needs: ('window' | 'headless' | 'tests')[]}} task what of the machine the task needs; no need, no Electron
 * @returns the Electron to use, or null when the task needs no window
 */
export function prepare({ needs }) {
  checkNode();
  installPackages();
  provideFonts();
  if (needs.length === 0) return null;
  installDebianPackages(needs);
  return provideElectron();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const given = process.argv.slice(2);
    prepare({ needs: given.length > 0 ? given : ['window', 'headless', 'tests'] });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
