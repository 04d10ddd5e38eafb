/** Reading of journal folders: `journal/<device>/<number>.log`. */
import path from 'node:path';
import { orMissing } from './disk-error.ts';
import { isHexId, isSegmentName, type Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';

export interface SegmentFile {
  readonly device: string;
  readonly name: string;
  readonly length: number;
}

/** All segments, by device and then in order. */
export async function listSegments(fs: VaultFs, layout: Layout): Promise<SegmentFile[]> {
  const segments: SegmentFile[] = [];
  const devices = (await orMissing(fs.list(layout.journal), [])).filter(isHexId).sort();
  for (const device of devices) {
    for (const name of await segmentNames(fs, layout, device)) {
      const length = await fs.size(segmentPath(layout, device, name));
      segments.push({ device, name, length });
    }
  }
  return segments;
}

export async function segmentNames(fs: VaultFs, layout: Layout, device: string): Promise<string[]> {
  return (await orMissing(fs.list(path.join(layout.journal, device)), [])).filter(isSegmentName).sort();
}

export function segmentPath(layout: Layout, device: string, name: string): string {
  return path.join(layout.journal, device, name);
}

export async function journalHasBytes(fs: VaultFs, layout: Layout): Promise<boolean> {
  return (await listSegments(fs, layout)).some((segment) => segment.length > 0);
}
