/**
 * `npm run demo`: the main job without a person, in the built app in a real Electron. Look around in the sample vault, its
 * family's documents in both languages, a vault of one's own with a family typed by keyboard, and every template
 * without a window. Everything lands in demo-output/, whose paths are printed.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { everyTemplate } from './command-line.ts';
import { firstDay } from './first-day.ts';
import { clearOutput, madeFiles } from './gallery.ts';
import { sampleDay } from './sample-day.ts';

async function inApp<T>(scratch: string, name: string, job: (app: RunningApp) => Promise<T>): Promise<T> {
  const dataFolder = path.join(scratch, name);
  fs.mkdirSync(path.join(dataFolder, 'home'), { recursive: true });
  const app = await launchApp({ dataFolder });
  try {
    return await job(app);
  } catch (error) {
    for (const [at, window] of app.electron.windows().entries()) {
      const file = path.join(os.tmpdir(), `amparo-demo-stopped-${name}-${at}.png`);
      await window.screenshot({ path: file, timeout: 5000 }).catch(() => undefined);
      console.error(`The screen where it stopped: ${file}`);
    }
    throw error;
  } finally {
    await app.close().catch(() => undefined);
  }
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-demo-'));
try {
  clearOutput();
  console.log('The sample vault: screens and documents.');
  const caseFile = await inApp(scratch, 'sample', sampleDay);
  console.log('A vault of one’s own: a family, a fear event, a declaration.');
  await inApp(scratch, 'own', firstDay);
  console.log('Every template without a window.');
  everyTemplate(caseFile);
  console.log(madeFiles().join('\n'));
} finally {
  fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
