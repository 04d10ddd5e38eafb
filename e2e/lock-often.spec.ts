/** The unlock window must be on the screen after every lock, not only be loaded: a hidden one cannot be typed into. */
import { expect, test } from './fixtures.ts';
import { makeVault, unlock } from './pages/start-page.ts';
import type { RunningApp } from './support/launch.ts';

function visibleWindows(app: RunningApp): Promise<string[]> {
  return app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => window.webContents.getURL().replace(/#.*$/, '').replace(/^.*\//, '')),
  );
}

test('twelve locks in a row each end on a visible unlock window, and each unlock on a visible main window', async ({
  app,
}) => {
  test.setTimeout(240_000);
  await makeVault(app);
  for (let round = 0; round < 12; round++) {
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
    });
    await expect.poll(() => visibleWindows(app), { timeout: 20_000 }).toEqual(['unlock.html']);
    await unlock(app);
    await expect.poll(() => visibleWindows(app), { timeout: 20_000 }).toEqual(['index.html']);
  }
});
