/**
 * The first import of each page: under a strict content policy zod must not compile schemas by eval, and
 * react-remove-scroll (under Mantine's dialog) looks for the nonce of this load here.
 */
import { z } from 'zod';

z.config({ jitless: true });
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
Object.assign(globalThis, { __webpack_nonce__: nonce });
