import { describe, expect, it } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('sniff', () => {
  it('tells PDF, PNG and JPEG by their first bytes', () => {
    expect(sniff(bytes('%PDF-1.7\n'))).toBe('pdf');
    expect(sniff(bytes(`junk before ${'x'.repeat(900)}%PDF-1.4`))).toBe('pdf');
    expect(sniff(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png');
    expect(sniff(new Uint8Array([0xff, 0xd8, 0xff, 0xe1]))).toBe('jpeg');
  });
  it('answers unknown for anything else, also a mark that comes too late', () => {
    expect(sniff(new Uint8Array())).toBe('unknown');
    expect(sniff(bytes('<html>'))).toBe('unknown');
    expect(sniff(bytes(`${' '.repeat(1024)}%PDF-1.4`))).toBe('unknown');
    expect(sniff(bytes('%PDF'))).toBe('unknown');
  });
});
