import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { channels } from '#shared/ipc/contract.ts';
import { expect, test } from './fixtures.ts';
import { lookAround } from './pages/start-page.ts';

test('every window is sandboxed, isolated and without Node', async ({ app }) => {
  await app.unlockWindow();
  const settings = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    }),
  );
  expect(settings).toHaveLength(1);
  expect(settings[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
  expect(settings[0]?.nodeIntegrationInWorker ?? false).toBe(false);
});

test('the page has no Node and a bridge of named functions only', async ({ app }) => {
  const page = await app.unlockWindow();
  const seen = await page.evaluate(() => {
    const areas = window.amparo as unknown as Record<string, Record<string, unknown>>;
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.entries(areas).flatMap(([area, functions]) =>
        typeof functions === 'function' ? [area] : Object.keys(functions).map((name) => `${area}.${name}`),
      ),
    };
  });
  expect(seen.globals).toEqual([]);
  expect(seen.bridge.sort()).toEqual([...Object.keys(channels), 'onNotice'].sort());
});

test('the content policy is closed, holds no unsafe word, and its nonce is fresh for each load', async ({ app }) => {
  const page = await app.unlockWindow();
  const load = (): Promise<{ policy: string; meta: string }> =>
    page.evaluate(async () => {
      const answer = await fetch(location.href);
      const meta = /name="csp-nonce" content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      return { policy: answer.headers.get('content-security-policy') ?? '', meta };
    });
  const [first, second] = [await load(), await load()];
  expect(first.policy).toContain("default-src 'none'");
  expect(first.policy).toContain(`style-src 'self' 'nonce-${first.meta}'`);
  expect(first.policy).not.toMatch(/unsafe|https?:|\*/);
  expect(first.meta).not.toBe(second.meta);
});

test('injected scripts, evaluated strings and foreign pictures do not run', async ({ app }) => {
  const page = await app.unlockWindow();
  await collectViolations(page);
  await page.evaluate(() => {
    const marked = window as unknown as { ran: string[] };
    marked.ran = [];
    const script = document.createElement('script');
    script.textContent = 'window.ran.push("inline")';
    document.body.append(script);
    const box = document.createElement('div');
    box.innerHTML =
      '<img src="x:y" onerror="window.ran.push(\'handler\')"><a href="javascript:window.ran.push(\'link\')">x</a>';
    document.body.append(box);
    box.querySelector('a')?.click();
    setTimeout('window.ran.push("timer")', 0);
  });
  await expect.poll(async () => (await violations(page)).length).toBeGreaterThanOrEqual(3);
  // Timers run in order: what was to run has run before this one.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 10)));
  expect(await page.evaluate(() => (window as unknown as { ran: string[] }).ran)).toEqual([]);
  expect(
    await page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => 'ran',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('no attempt to leave the page succeeds', async ({ app }) => {
  const page = await app.unlockWindow();
  const home = page.url();
  const attempts: readonly (() => Promise<unknown>)[] = [
    () => page.evaluate(() => void location.assign('https://example.org/')),
    () => page.evaluate(() => void location.assign('app://other/index.html')),
    () => page.evaluate(() => void location.replace('file:///etc/passwd')),
    () => page.evaluate(() => void location.assign('data:text/html,hello')),
    () => page.evaluate(() => void location.assign('app://amparo/index.html')),
    () => page.evaluate(() => void window.open('https://example.org/')),
    () => page.evaluate(() => void window.open('app://amparo/index.html')),
    () => clickMade(page, '<a href="https://example.org/">x</a>', 'a'),
    () => clickMade(page, '<a href="https://example.org/" target="_blank">x</a>', 'a'),
    () => clickMade(page, '<form action="https://example.org/" method="post"><button>x</button></form>', 'button'),
    () =>
      page.evaluate(() =>
        document.head.insertAdjacentHTML(
          'beforeend',
          '<meta http-equiv="refresh" content="0;url=https://example.org/">',
        ),
      ),
    () =>
      page.evaluate(() =>
        document.body.insertAdjacentHTML(
          'beforeend',
          '<iframe src="app://amparo/index.html"></iframe><webview src="https://example.org/"></webview>',
        ),
      ),
    () => page.evaluate(() => history.back()),
  ];
  for (const attempt of attempts) {
    await attempt();
    // A navigation that is let through begins at once; one that is not leaves no sign to wait for.
    await page.waitForTimeout(150);
    expect(page.url()).toBe(home);
  }
  const contents = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getURL()),
  );
  expect(contents.filter((address) => !address.startsWith('devtools:'))).toEqual([home]);
});

test('nothing reaches the network from a page', async ({ app }) => {
  const page = await app.unlockWindow();
  const outcome = await page.evaluate(async () => {
    const settle = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'reached',
        () => 'refused',
      );
    const socket = new Promise((resolve, reject) => {
      const opened = new WebSocket('ws://127.0.0.1:9');
      opened.onopen = resolve;
      opened.onerror = reject;
    });
    return Promise.all([
      settle(fetch('https://example.org/')),
      settle(fetch('http://127.0.0.1/')),
      settle(fetch('file:///etc/passwd')),
      settle(socket),
    ]);
  });
  expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused']);
  const facts = await app.electron.evaluate(({ app: own, session }) => ({
    rules: own.commandLine.getSwitchValue('host-resolver-rules'),
    spelling: session.defaultSession.getSpellCheckerLanguages(),
  }));
  expect(facts).toEqual({ rules: 'MAP * ~NOTFOUND', spelling: [] });
  const dictionaries = path.join(app.dataFolder, 'Dictionaries');
  expect(fs.existsSync(dictionaries) ? fs.readdirSync(dictionaries) : []).toEqual([]);
});

test('of the permissions only lasting storage is granted', async ({ app }) => {
  const page = await app.unlockWindow();
  const names = [
    'accelerometer',
    'ambient-light-sensor',
    'background-sync',
    'camera',
    'clipboard-read',
    'geolocation',
    'gyroscope',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'notifications',
    'payment-handler',
    'persistent-storage',
    'screen-wake-lock',
    'storage-access',
    'window-management',
    'display-capture',
    'nfc',
  ];
  const granted = await page.evaluate(async (asked) => {
    const states = await Promise.all(
      asked.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => [name, status.state] as const,
          () => [name, 'unknown'] as const,
        ),
      ),
    );
    return states.filter(([, state]) => state === 'granted').map(([name]) => name);
  }, names);
  expect(granted.filter((name) => name !== 'persistent-storage')).toEqual([]);
  const asked = await page.evaluate(async () => ({
    persist: await navigator.storage.persist(),
    notification: await Notification.requestPermission(),
    media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'refused',
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('refused'),
      ),
    ),
    read: await navigator.clipboard.readText().then(
      () => 'granted',
      () => 'refused',
    ),
  }));
  expect(asked).toEqual({ persist: true, notification: 'denied', media: 'refused', place: 'refused', read: 'refused' });
});

test('the key-less unlock window may call only what it needs', async ({ app }) => {
  const page = await app.unlockWindow();
  const answers = await callEverything(page, Object.keys(channels));
  const open = Object.entries(answers)
    .filter(([, code]) => code !== 'foreign-sender')
    .map(([channel]) => channel);
  expect(open.sort()).toEqual(
    ['app.info', 'app.preferences', 'app.setPreferences', 'app.quit', 'unlock.begin', 'unlock.status'].sort(),
  );
});

test('values that do not fit the contract are refused by name', async ({ app }) => {
  const page = await lookAround(app);
  const refused = await page.evaluate(async () => {
    const bridge = window.amparo as unknown as Record<
      string,
      Record<string, (value: unknown) => Promise<{ code?: string }>>
    >;
    const bad: [string, string, unknown][] = [
      ['app', 'setPreferences', { idleMinutes: 600 }],
      ['app', 'setPreferences', { theme: 'auto', extra: 1 }],
      ['unlock', 'begin', { mode: 'open', kind: 'real' }],
      ['unlock', 'begin', { mode: 'open', kind: '../../etc', secret: new Uint8Array(1) }],
      ['files', 'save', { suggested: '../x.pdf', kind: 'pdf', bytes: new Uint8Array(1) }],
      ['files', 'save', { suggested: 'x.exe', kind: 'exe', bytes: new Uint8Array(1) }],
      ['clipboard', 'copy', { text: 'x'.repeat(5001) }],
    ];
    return Promise.all(bad.map(async ([area, name, value]) => (await bridge[area]?.[name]?.(value))?.code));
  });
  expect(refused).toEqual(Array.from({ length: 7 }, () => 'bad-request'));
});

test('bytes that cannot be drawn never reach the printer, and the answer comes at once', async ({ app }) => {
  const page = await lookAround(app);
  await app.printTo({ success: true });
  const answer = await page.evaluate(() => window.amparo.print.pdf({ bytes: new TextEncoder().encode('%PDF-1.7') }));
  expect(answer).toMatchObject({ ok: false, code: 'print-page-failed' });
  expect(await app.prints()).toEqual([]);
});

test('the protocol serves built files only', async ({ app }) => {
  const page = await app.unlockWindow();
  const codes = await page.evaluate(() =>
    Promise.all(
      ['/unlock.html', '/nothing.html', '/../main/index.js', '/%2e%2e/main/index.js', '/..%2fpackage.json', '/job'].map(
        async (file) => (await fetch(file)).status,
      ),
    ),
  );
  expect(codes).toEqual([200, 404, 404, 404, 404, 404]);
});

async function collectViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as { refusals: string[] };
    kept.refusals = [];
    document.addEventListener('securitypolicyviolation', (event) => kept.refusals.push(event.violatedDirective));
  });
}

function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { refusals: string[] }).refusals);
}

/** Puts the markup into the page, clicks what the selector finds, and takes it out again. */
async function clickMade(page: Page, markup: string, selector: string): Promise<void> {
  await page.evaluate(
    ([html, wanted]) => {
      const box = document.createElement('div');
      box.innerHTML = html ?? '';
      document.body.append(box);
      box.querySelector<HTMLElement>(wanted ?? '')?.click();
      box.remove();
    },
    [markup, selector],
  );
}

/** Calls every channel with nothing and answers the code of each; quitting, saving and printing get a bad value. */
function callEverything(page: Page, names: readonly string[]): Promise<Record<string, string>> {
  return page.evaluate(async (asked) => {
    const bridge = window.amparo as unknown as Record<
      string,
      Record<string, (value?: unknown) => Promise<{ code?: string }>>
    >;
    const answers: Record<string, string> = {};
    for (const channel of asked) {
      const [area = '', name = ''] = channel.split('.');
      answers[channel] = (await bridge[area]?.[name]?.({ unknown: true }))?.code ?? 'answered';
    }
    return answers;
  }, names);
}
