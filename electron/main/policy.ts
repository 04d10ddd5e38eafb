/** Content security policies, one per kind of window; sent as a response header with every file of `app://`. */

export type PolicyKind = 'page' | 'intake' | 'print';

const closed = [
  "default-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

/**
 * The policy for one load. The nonce lets Mantine and react-remove-scroll add their style elements; it is fresh for
 * each load and stands in `<meta name="csp-nonce">`. Only the key-less intake window may run WebAssembly (pdf.js).
 */
export function contentPolicy(kind: PolicyKind, nonce: string): string {
  const open = {
    page: [
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
    ],
    intake: ["script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'", 'img-src blob:'],
    print: [
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "worker-src 'self'",
      "connect-src 'self'",
      'img-src blob:',
    ],
  }[kind];
  return [...closed, ...open].join('; ');
}
