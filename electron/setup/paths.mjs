/** Where the project's own tools and products lie; plain Node, usable before anything is installed. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const modules = path.join(root, 'node_modules');
export const toolNode = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** The Electron that the fallback arranges; git-ignored. */
export const fallbackElectron = path.join(root, '.electron', 'dist');
export const downloadedElectron = path.join(modules, 'electron', 'dist');
/** Built apps: each a complete folder with its own package.json and no node_modules. */
export const builtApp = path.join(root, 'out', 'app');
export const builtForTests = path.join(root, 'out', 'e2e');

/** The environment in which every tool runs: Node 24 and the project's binaries come first. */
export function toolEnvironment(extra = {}) {
  const bin = path.join(modules, '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}
