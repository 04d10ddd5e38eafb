import type { DocumentTree } from '#shared/documents/tree.ts';
import { AppError } from '#shared/errors.ts';
import type { CheckExpectations, PdfCheck } from '#shared/pdf/check.ts';
import type { MissingCharacter } from '#shared/pdf/printable.ts';
import type { RenderOptions } from '#shared/pdf/render.ts';
import type { PdfAnswers, PdfJob, PdfReply, PdfRequest } from './protocol.ts';

/** The part of `Worker` that the client needs; tests give a stand-in. */
export interface PdfWorker {
  postMessage(request: PdfRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: PdfReply }) => void): void;
}

export interface AskOptions {
  /** Aborting rejects with `cancelled`; a job that has not begun is never sent. */
  readonly signal?: AbortSignal;
  /** Jobs of one name replace each other: an older one that still waits is rejected with `cancelled`. */
  readonly latest?: string;
}

export interface PdfClient {
  /** Bytes of the document. Rejects with the AppError of `renderDocument`, or `cancelled`. */
  render(tree: DocumentTree, options: RenderOptions, ask?: AskOptions): Promise<Uint8Array>;
  /** Self-check of finished bytes, before a document may be called ready. */
  check(bytes: Uint8Array, expected: CheckExpectations): Promise<PdfCheck>;
  /** Every character of the document that cannot be printed. */
  missingCharacters(tree: DocumentTree): Promise<MissingCharacter[]>;
}

interface Waiting {
  readonly id: number;
  readonly job: PdfJob;
  readonly latest: string | null;
  readonly resolve: (value: PdfAnswers[PdfJob['kind']]) => void;
  readonly reject: (error: AppError) => void;
}

/** One job is with the worker at a time, so that a newer preview never waits behind older ones nobody wants. */
export function createPdfClient(makeWorker: () => PdfWorker): PdfClient {
  let worker: PdfWorker | null = null;
  let running: Waiting | null = null;
  let queue: Waiting[] = [];
  let nextId = 1;

  const drop = (entry: Waiting) => {
    queue = queue.filter((other) => other !== entry);
    if (running === entry) running = { ...entry, resolve: () => {}, reject: () => {} };
    entry.reject(new AppError('cancelled'));
  };
  const next = () => {
    running = queue.shift() ?? null;
    if (!running) return;
    worker ??= start();
    worker.postMessage({ id: running.id, job: running.job });
  };
  const start = (): PdfWorker => {
    const made = makeWorker();
    made.addEventListener('message', ({ data: { id, result } }) => {
      if (!running || running.id !== id) return;
      if (result.ok) running.resolve(result.value);
      else running.reject(new AppError(result.code, result.detail));
      next();
    });
    return made;
  };
  function ask<K extends PdfJob['kind']>(job: PdfJob & { kind: K }, options: AskOptions = {}): Promise<PdfAnswers[K]> {
    return new Promise((resolve, reject) => {
      const { signal, latest = null } = options;
      if (signal?.aborted) {
        reject(new AppError('cancelled'));
        return;
      }
      const entry: Waiting = { id: nextId++, job, latest, resolve: resolve as Waiting['resolve'], reject };
      if (latest !== null) {
        for (const older of [...queue, ...(running ? [running] : [])]) if (older.latest === latest) drop(older);
      }
      signal?.addEventListener('abort', () => drop(entry), { once: true });
      queue.push(entry);
      if (!running) next();
    });
  }
  return {
    render: (tree, options, rest) => ask({ kind: 'render', tree, options }, rest),
    check: (bytes, expected) => ask({ kind: 'check', bytes, expected }),
    missingCharacters: (tree) => ask({ kind: 'characters', tree }),
  };
}

let shared: PdfClient | null = null;
/** The page's one client; its worker starts with the first job. */
export function pdfClient(): PdfClient {
  shared ??= createPdfClient(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  return shared;
}

/** Makes the bytes of a document off the UI thread. */
export function renderPdf(tree: DocumentTree, options: RenderOptions, ask?: AskOptions): Promise<Uint8Array> {
  return pdfClient().render(tree, options, ask);
}
