import './app/prepare.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import './ui/theme.css';
import './ui/kit.css';
import './app/shell.css';
import { createRoot } from 'react-dom/client';
import { must } from '#shared/assert.ts';
import { App } from './app/app.tsx';
import { history } from './app/go.ts';
import { lockOnNotice, returnTo } from './app/lock.ts';
import { initI18n } from './i18n/i18n.ts';
import { connectStore } from './store/client.ts';
import { openSession, takePlace } from './store/start-session.ts';
import { withUnborn } from './store/unborn.ts';
import { followTheme } from './ui/follow-theme.ts';

// The key port comes as a message: the worker must be there before the first await.
const client = withUnborn(connectStore());

/** Opens the vault this window was made for; when it is refused, main destroys the window. */
async function start(): Promise<void> {
  const preferences = await window.amparo.app.preferences();
  if (!preferences.ok) throw new Error(`no preferences: ${preferences.code}`);
  const { language, theme } = preferences.value;
  initI18n(language ?? 'en');
  followTheme(theme)();
  lockOnNotice(client);

  const session = await openSession(client);
  if (!session.ok) return;
  const place = await takePlace(client);
  const isNew = await wasMadeNow();
  const { vaultKind, recovery } = session.value;
  // The sheet is the third step of the first start; after three days it is the first page, never a lock-out.
  const isSheetFirst = vaultKind === 'real' && (recovery === 'due' || (isNew && recovery !== 'done'));
  if (isSheetFirst) history.replace('/vault');
  const root = createRoot(must(document.getElementById('root'), 'the root of the page'));
  root.render(<App client={client} session={session.value} preferences={preferences.value} />);
  if (place !== null && !isSheetFirst) returnTo(place);
}

async function wasMadeNow(): Promise<boolean> {
  const mission = await window.amparo.unlock.mission();
  return mission.ok && mission.value.mode === 'create';
}

void start();
