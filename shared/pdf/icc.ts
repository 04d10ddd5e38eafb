import { latinBytes } from './text-string.ts';

/**
 * A minimal sRGB display profile (ICC.1:2001-04, version 2.1, matrix and curves) for the output intent that PDF/A-2,
 * 6.2.3 asks for. Colorants are the sRGB primaries adapted to D50 (IEC 61966-2-1); the curve is sampled at 256 points.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: [string, Uint8Array][] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', latinBytes('text\0\0\0\0No copyright, use freely\0')],
    ['wtpt', xyz(0.9505, 1, 1.089)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const offsets = new Map<Uint8Array, number>();
  let size = 128 + 4 + tags.length * 12;
  for (const [, data] of tags) {
    if (offsets.has(data)) continue;
    offsets.set(data, size);
    size += Math.ceil(data.length / 4) * 4;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  header(bytes, view, size);
  view.setUint32(128, tags.length);
  for (const [index, [name, data]] of tags.entries()) {
    const at = 132 + index * 12;
    bytes.set(latinBytes(name), at);
    view.setUint32(at + 4, offsets.get(data) ?? 0);
    view.setUint32(at + 8, data.length);
    bytes.set(data, offsets.get(data) ?? 0);
  }
  return bytes;
}

function header(bytes: Uint8Array, view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x02100000);
  bytes.set(latinBytes('mntrRGB XYZ '), 12);
  // Creation date of the profile: fixed, so that documents are the same bytes each time.
  for (const [index, part] of [2019, 1, 25, 0, 0, 0].entries()) view.setUint16(24 + index * 2, part);
  bytes.set(latinBytes('acsp'), 36);
  // Illuminant of the connection space: D50.
  for (const [index, value] of [0.9642, 1, 0.8249].entries()) view.setInt32(68 + index * 4, fixed(value));
}

function fixed(value: number): number {
  return Math.round(value * 65536);
}

function xyz(x: number, y: number, z: number): Uint8Array {
  const bytes = new Uint8Array(20);
  bytes.set(latinBytes('XYZ '));
  const view = new DataView(bytes.buffer);
  for (const [index, value] of [x, y, z].entries()) view.setInt32(8 + index * 4, fixed(value));
  return bytes;
}

function toneCurve(): Uint8Array {
  const count = 256;
  const bytes = new Uint8Array(12 + count * 2);
  bytes.set(latinBytes('curv'));
  const view = new DataView(bytes.buffer);
  view.setUint32(8, count);
  for (let index = 0; index < count; index++) {
    const value = index / (count - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + index * 2, Math.round(linear * 65535));
  }
  return bytes;
}

function description(text: string): Uint8Array {
  const bytes = new Uint8Array(12 + text.length + 1 + 8 + 3 + 67);
  bytes.set(latinBytes('desc'));
  new DataView(bytes.buffer).setUint32(8, text.length + 1);
  bytes.set(latinBytes(text), 12);
  return bytes;
}
