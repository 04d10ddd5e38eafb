/** An invisible screen (Xvfb) whose picture can be read without any tool: Xvfb keeps it as an XWD file. */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGB, three bytes a pixel. */
  readonly rgb: Uint8Array;
}

export interface Screen {
  /** Value for DISPLAY. */
  readonly display: string;
  read(): Picture;
  close(): void;
}

const SIZE = '1280x900x24';

async function displayNumber(server: ChildProcess): Promise<string> {
  const stream = server.stdio[3];
  if (stream === null || stream === undefined || !('on' in stream)) throw new Error('Xvfb has no answer channel.');
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
}

export async function openScreen(): Promise<Screen> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'amparo-screen-'));
  // -ac: the app runs as another user, who has no key to this screen; it listens on a local socket only.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-fbdir', folder, '-nolisten', 'tcp', '-ac'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(server);
  const memory = path.join(folder, 'Xvfb_screen0');
  return {
    display: `:${number}`,
    read: () => readXwd(fs.readFileSync(memory)),
    close() {
      server.kill();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Format: XWDFile.h, version 7; 32-bit words, big-endian; pixels here 32 bits, blue first. */
export function readXwd(file: Buffer): Picture {
  const word = (index: number): number => file.readUInt32BE(index * 4);
  const [headerSize, version] = [word(0), word(1)];
  if (version !== 7) throw new Error(`Expected an XWD file of version 7, found ${version}.`);
  const [width, height, bitsPerPixel, bytesPerLine, colours] = [word(4), word(5), word(11), word(12), word(19)];
  if (bitsPerPixel !== 32) throw new Error(`Expected 32 bits a pixel, found ${bitsPerPixel}.`);
  const start = headerSize + colours * 12;
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = start + y * bytesPerLine + x * 4;
      const to = (y * width + x) * 3;
      rgb[to] = file[from + 2] ?? 0;
      rgb[to + 1] = file[from + 1] ?? 0;
      rgb[to + 2] = file[from] ?? 0;
    }
  }
  return { width, height, rgb };
}

/** How many pixels are not of the picture's commonest colour, and how many colours there are. */
export function inkOf(picture: Picture): { readonly colours: number; readonly marked: number } {
  const counts = new Map<number, number>();
  for (let at = 0; at < picture.rgb.length; at += 3) {
    const colour = ((picture.rgb[at] ?? 0) << 16) | ((picture.rgb[at + 1] ?? 0) << 8) | (picture.rgb[at + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return { colours: counts.size, marked: picture.width * picture.height - Math.max(...counts.values()) };
}

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

/** The picture as a PNG (RGB, no filter). */
export function toPng(picture: Picture): Buffer {
  const { width, height, rgb } = picture;
  const lines = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) {
    Buffer.from(rgb.buffer, y * width * 3, width * 3).copy(lines, y * (width * 3 + 1) + 1);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
