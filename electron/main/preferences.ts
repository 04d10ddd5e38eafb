/** Preferences of this computer: one checked JSON file, nothing of a client in it. */
import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { type Preferences, preferences as schema } from '#shared/ipc/contract.ts';
import { nodeFs } from './vault/vault-fs.ts';
import { writeWhole } from './vault/whole-file.ts';

export const defaultPreferences: Preferences = {
  language: null,
  theme: 'auto',
  zoomPercent: 100,
  idleMinutes: 5,
  showNames: false,
};

let current: Preferences | null = null;
const listeners: ((now: Preferences) => void)[] = [];

function file(): string {
  return path.join(app.getPath('userData'), 'preferences.json');
}

/**
 * Reads stored text value by value: one that does not fit falls back to its default, so a damaged file never keeps
 * the app from starting and never loosens a limit.
 */
export function parsePreferences(text: string): Preferences {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return defaultPreferences;
  }
  if (typeof stored !== 'object' || stored === null) return defaultPreferences;
  const kept = Object.entries(stored).filter(([key, value]) => {
    return Object.hasOwn(defaultPreferences, key) && schema.partial().safeParse({ [key]: value }).success;
  });
  return { ...defaultPreferences, ...Object.fromEntries(kept) };
}

export function getPreferences(): Preferences {
  current ??= read();
  return current;
}

/** No file, or one that cannot be read: the app starts as on the first day. */
function read(): Preferences {
  try {
    return parsePreferences(fs.readFileSync(file(), 'utf8'));
  } catch {
    return defaultPreferences;
  }
}

let writing: Promise<unknown> = Promise.resolve();

/** Changes apply at once; they are written one after the other, each write with everything changed by then. */
export function setPreferences(changes: Partial<Preferences>): Promise<Preferences> {
  current = { ...getPreferences(), ...changes };
  const turn = writing.then(writeCurrent);
  writing = turn.catch(() => undefined); // its caller has the error
  return turn;
}

async function writeCurrent(): Promise<Preferences> {
  const now = getPreferences();
  await writeWhole(nodeFs, file(), Buffer.from(JSON.stringify(now, null, 2)));
  for (const listener of listeners) listener(getPreferences());
  return getPreferences();
}

export function onPreferences(listener: (now: Preferences) => void): void {
  listeners.push(listener);
}

/** The language on screen: the chosen one, else the system's, else English. */
export function language(): 'en' | 'es' {
  return getPreferences().language ?? (app.getLocale().toLowerCase().startsWith('es') ? 'es' : 'en');
}
