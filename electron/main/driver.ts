import { app } from 'electron';
import { isTestBuild } from './build-kind.ts';

/**
 * Playwright connects to an app that is already starting; a window made in that moment can hang its connection. So the build for
 * tests makes its first window only when Playwright says, by calling `__playwright_run`, that it listens. Its switches name
 * port 0; without them, and in every other build, there is nothing to wait for.
 */
export function whenDriverListens(): Promise<void> {
  if (!isTestBuild || app.commandLine.getSwitchValue('remote-debugging-port') !== '0') return Promise.resolve();
  return new Promise((resolve) => {
    Reflect.set(globalThis, '__playwright_run', resolve);
  });
}
