/** Names inside a vault's folder (design §4). */
import path from 'node:path';

export interface Layout {
  readonly root: string;
  readonly header: string;
  readonly keys: string;
  readonly journal: string;
  readonly pending: string;
  readonly snapshots: string;
  readonly blobs: string;
  readonly lock: string;
  readonly ballast: string;
}

export function layoutOf(root: string): Layout {
  const at = (name: string): string => path.join(root, name);
  return {
    root,
    header: at('header.json'),
    keys: at('keys'),
    journal: at('journal'),
    pending: at('pending'),
    snapshots: at('snapshots'),
    blobs: at('blobs'),
    lock: at('lock'),
    ballast: at('ballast'),
  };
}

const SEGMENT = /^\d{8}\.log$/;
const HEX_ID = /^[0-9a-f]{32}$/;

export function isSegmentName(name: string): boolean {
  return SEGMENT.test(name);
}
export function isHexId(name: string): boolean {
  return HEX_ID.test(name);
}
/** `00000001.log` for 1. */
export function segmentName(number: number): string {
  return `${String(number).padStart(8, '0')}.log`;
}
export function segmentNumber(name: string): number {
  return Number.parseInt(name, 10);
}
