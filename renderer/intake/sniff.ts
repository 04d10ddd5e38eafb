/** The kind of a file by its first bytes; its name is never believed. */
export type FileType = 'pdf' | 'png' | 'jpeg' | 'unknown';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** Readers look for "%PDF-" within the first 1,024 bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_WINDOW = 1024;

function startsWith(bytes: Uint8Array, mark: readonly number[], at = 0): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}

export function sniff(bytes: Uint8Array): FileType {
  if (startsWith(bytes, png)) return 'png';
  if (startsWith(bytes, jpeg)) return 'jpeg';
  const last = Math.min(PDF_WINDOW, bytes.length) - pdf.length;
  for (let at = 0; at <= last; at++) {
    if (startsWith(bytes, pdf, at)) return 'pdf';
  }
  return 'unknown';
}
