import '@fontsource-variable/inter/wght.css';
import './ui/theme.css';
import './ui/kit.css';
import './app/unlock/unlock.css';
import { createRoot } from 'react-dom/client';
import { must } from '#shared/assert.ts';
import { UnlockApp } from './app/unlock/unlock-app.tsx';
import { initI18n } from './i18n/i18n.ts';
import { followTheme } from './ui/follow-theme.ts';

/** The unlock window loads neither the component library nor schemas: it should be there at once. */
async function start(): Promise<void> {
  const { app, unlock } = window.amparo;
  const [preferences, info, status] = await Promise.all([app.preferences(), app.info(), unlock.status()]);
  if (!preferences.ok || !info.ok || !status.ok) throw new Error('the main process did not answer');
  const system = info.value.systemLanguage.startsWith('es') ? 'es' : 'en';
  initI18n(preferences.value.language ?? system);
  followTheme(preferences.value.theme);
  createRoot(must(document.getElementById('root'), 'the root of the page')).render(<UnlockApp status={status.value} />);
}

void start();
