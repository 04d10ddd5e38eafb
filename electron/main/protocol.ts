/** `app://`: serves the built renderer files and nothing else, and shuts every way to the network. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { app, protocol, type Session } from 'electron';
import { isOwnAddress, SCHEME } from './origin.ts';
import { contentPolicy, type PolicyKind } from './policy.ts';

const rendererFolder = path.join(import.meta.dirname, '..', 'renderer');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
};

/** Must run before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Chromium switches against traffic; must run before `ready`. Found by measurement: a CSP alone leaves DNS and STUN open. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('dns-prefetch-disable');
  app.commandLine.appendSwitch('no-pings');
}

function listFiles(folder: string, under = ''): string[] {
  return fs.readdirSync(path.join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, name) : [name];
  });
}

/** Bytes that only one hidden window may fetch, and where its answer goes. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly onAnswer: (answer: unknown) => void;
}

let known: ReadonlySet<string> | null = null;

function respond(body: Uint8Array | string, type: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  });
}

async function serveFile(name: string, kind: PolicyKind): Promise<Response> {
  known ??= new Set(listFiles(rendererFolder));
  if (!known.has(name)) return new Response('', { status: 404 });
  const extension = path.extname(name);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(kind, nonce);
  const type = types[extension] ?? 'application/octet-stream';
  if (extension !== '.html') return respond(await fs.promises.readFile(path.join(rendererFolder, name)), type, policy);
  const page = await fs.promises.readFile(path.join(rendererFolder, name), 'utf8');
  return respond(page.replace('<head>', `<head>\n    <meta name="csp-nonce" content="${nonce}">`), type, policy);
}

async function serveJob(job: Job, request: Request, kind: PolicyKind): Promise<Response> {
  if (request.method === 'POST') {
    job.onAnswer(await request.json());
    return respond('{}', 'application/json', contentPolicy(kind, ''));
  }
  return respond(job.bytes, 'application/octet-stream', contentPolicy(kind, ''));
}

/**
 * Serves `app://amparo/<built file>` in this session and refuses every other address. A window with a job also reads its
 * bytes by GET and posts its JSON answer to `app://amparo/job`.
 */
export function serve(session: Session, kind: PolicyKind, job?: Job): void {
  session.setSpellCheckerLanguages([]);
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOwnAddress(request.url)) return new Response('', { status: 404 });
    const name = decodeURIComponent(new URL(request.url).pathname.slice(1));
    if (name === 'job' && job !== undefined) return serveJob(job, request, kind);
    if (request.method !== 'GET') return new Response('', { status: 405 });
    return serveFile(name, kind);
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = isOwnAddress(details.url) || /^(blob|data):/.test(details.url);
    const isTool = __TEST_BUILD__ && details.url.startsWith('devtools:');
    answer({ cancel: !(isOurs || isTool) });
  });
  allowOnly(session, ['persistent-storage', 'clipboard-sanitized-write']);
}

function allowOnly(session: Session, allowed: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => allowed.includes(permission));
  session.setDevicePermissionHandler(() => false);
}
