/**
 * The peer of the store: one sealed row of 1 kB per client in Dexie, opened one by one. Bundled and run inside the same
 * Electron as the app, in a page of its own.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { Dexie, type Table } from 'dexie';

interface SealedRow {
  readonly k: number;
  readonly b: Uint8Array;
}

const key = new Uint8Array(32).fill(7);
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function openRows(): { db: Dexie; rows: Table<SealedRow, number> } {
  const db = new Dexie('peer', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ rows: 'k' });
  return { db, rows: db.table('rows') };
}

function sealRow(k: number, name: string): SealedRow {
  const nonce = crypto.getRandomValues(new Uint8Array(24));
  const text = JSON.stringify({ name, aNumber: String(200_000_000 + k) }).padEnd(1024 - 40, ' ');
  const sealed = xchacha20poly1305(key, nonce).encrypt(encoder.encode(text));
  const b = new Uint8Array(nonce.length + sealed.length);
  b.set(nonce);
  b.set(sealed, nonce.length);
  return { k, b };
}

function openRow({ b }: SealedRow): { name: string } {
  return JSON.parse(decoder.decode(xchacha20poly1305(key, b.subarray(0, 24)).decrypt(b.subarray(24))));
}

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

async function fill(count: number): Promise<void> {
  const { db, rows } = openRows();
  for (let at = 0; at < count; at += 2000) {
    const some = Array.from({ length: Math.min(2000, count - at) }, (_each, index) =>
      sealRow(at + index, `Ñandú Pérez ${((at + index) * 7919) % count}`),
    );
    await rows.bulkPut(some);
  }
  db.close();
}

/** Milliseconds from opening the database to everybody in name order; nothing can be shown in order before. */
async function readAll(): Promise<number> {
  const start = performance.now();
  const { db, rows } = openRows();
  const people = (await rows.toArray()).map((sealed) => {
    const { name } = openRow(sealed);
    return { name, key: folded(name) };
  });
  people.sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = performance.now() - start;
  db.close();
  return taken;
}

/** Milliseconds of each of `count` strict puts of one freshly sealed row. */
async function putSome(count: number): Promise<number[]> {
  const { db, rows } = openRows();
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await rows.put(sealRow(at, `Ñandú Pérez ${at}`));
    times.push(performance.now() - start);
  }
  db.close();
  return times;
}

Object.assign(globalThis, { peer: { fill, readAll, putSome } });
