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

/** net::ERR_FAILED of Chromium's list of network errors. */
const NET_FAILED = -2;

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

/** What is answered to one request. */
interface Reply {
  readonly status: number;
  readonly type: string;
  readonly policy: string;
  readonly body: Buffer;
}

function refused(status: number): Reply {
  return { status, type: 'text/plain', policy: contentPolicy('page', ''), body: Buffer.alloc(0) };
}

function headersOf({ type, policy }: Reply): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}

/** The built file of an address of ours; the name of a file that was not built is refused. */
async function builtFile(name: string, kind: PolicyKind): Promise<Reply> {
  known ??= new Set(listFiles(rendererFolder));
  if (!known.has(name)) return refused(404);
  const extension = path.extname(name);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(kind, nonce);
  const type = types[extension] ?? 'application/octet-stream';
  const file = path.join(rendererFolder, name);
  if (extension !== '.html') return { status: 200, type, policy, body: await fs.promises.readFile(file) };
  const page = await fs.promises.readFile(file, 'utf8');
  const body = page.replace('<head>', `<head>\n    <meta name="csp-nonce" content="${nonce}">`);
  return { status: 200, type, policy, body: Buffer.from(body) };
}

function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function replyTo(method: string, url: string, kind: PolicyKind): Promise<Reply> {
  if (!isOwnAddress(url)) return refused(404);
  if (method !== 'GET') return refused(405);
  return builtFile(nameIn(url), kind);
}

function toResponse(reply: Reply): Response {
  return new Response(reply.body, { status: reply.status, headers: headersOf(reply) });
}

/** Serves `app://amparo/<built file>` to the windows of the app and refuses every other address. */
export function serve(session: Session): void {
  // The older, deprecated call: `handle` needs Request and Response, which cost 30 ms of the start before the first byte.
  // Newer Electrons have `registerSource`, which needs neither.
  session.protocol.registerBufferProtocol(SCHEME, ({ method, url }, answer) => {
    void replyTo(method, url, 'page').then(
      (reply) => answer({ statusCode: reply.status, headers: headersOf(reply), data: reply.body }),
      () => answer({ error: NET_FAILED }),
    );
  });
  close(session);
}

/** The same for a hidden window with a job, which also reads its bytes by GET and posts its JSON answer at `app://amparo/job`. */
export function serveJob(session: Session, kind: PolicyKind, job: Job): void {
  session.protocol.handle(SCHEME, async (request) => {
    if (!isOwnAddress(request.url) || nameIn(request.url) !== 'job') {
      return toResponse(await replyTo(request.method, request.url, kind));
    }
    const policy = contentPolicy(kind, '');
    if (request.method !== 'POST') {
      return toResponse({ status: 200, type: 'application/octet-stream', policy, body: Buffer.from(job.bytes) });
    }
    job.onAnswer(await request.json());
    return toResponse({ status: 200, type: 'application/json', policy, body: Buffer.from('{}') });
  });
  close(session);
}

/** Nothing but our own addresses is ever asked for, and no permission given that the app does not use. */
function close(session: Session): void {
  session.setSpellCheckerLanguages([]);
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
