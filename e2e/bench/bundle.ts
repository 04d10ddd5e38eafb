/** Makes one script of a small program, for places that read no TypeScript. */
import path from 'node:path';
import { build } from 'vite';
import { root } from '../support/electron.ts';

/** The bundled text: an `iife` for a page, an `es` module for Electron's own Node. */
export async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const isPage = format === 'iife';
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    ...(!isPage && { ssr: { noExternal: true } }),
    build: {
      write: false,
      target: isPage ? 'chrome130' : 'node20.18',
      ...(isPage ? {} : { ssr: true }),
      lib: { entry: path.join(import.meta.dirname, entry), formats: [format], name: 'benchBundle' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const first = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (first === undefined) throw new Error(`${entry} could not be bundled.`);
  return first.code;
}
