/** Reading and writing of the vault's binary files: big-endian, lengths checked before anything is taken. */
import { joinBytes } from './canonical.ts';

/** Collects fields and answers them as one piece. */
export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  bytes(value: Uint8Array): this {
    this.#parts.push(value);
    return this;
  }
  uint(value: number, width: 1 | 2 | 4 | 6 | 8): this {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * width)) {
      throw new Error(`binary: ${value} does not fit ${width} bytes`);
    }
    const field = new Uint8Array(width);
    let rest = value;
    for (let at = width - 1; at >= 0; at -= 1) {
      field[at] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    return this.bytes(field);
  }
  /** A 4-byte length, then the bytes. */
  sized(value: Uint8Array): this {
    return this.uint(value.length, 4).bytes(value);
  }
  done(): Uint8Array {
    return joinBytes(...this.#parts);
  }
}

/** Takes fields one after the other; a field that is not wholly there sets `short` and yields zeros. */
export class ByteReader {
  readonly #source: Uint8Array;
  #at: number;
  #short = false;

  constructor(source: Uint8Array, at = 0) {
    this.#source = source;
    this.#at = at;
  }
  get at(): number {
    return this.#at;
  }
  /** True once a field was asked for that lies beyond the end. */
  get short(): boolean {
    return this.#short;
  }
  get left(): number {
    return this.#source.length - this.#at;
  }
  bytes(length: number): Uint8Array {
    if (this.#short || length > this.left) {
      this.#short = true;
      return new Uint8Array(0);
    }
    const taken = this.#source.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
  uint(width: 1 | 2 | 4 | 6 | 8): number {
    let value = 0;
    for (const byte of this.bytes(width)) value = value * 256 + byte;
    return value;
  }
  sized(): Uint8Array {
    return this.bytes(this.uint(4));
  }
}
