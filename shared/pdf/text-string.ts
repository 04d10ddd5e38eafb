/** `2019-08-14T17:00:00Z` as a PDF date (7.9.4). Throws when it is not an instant in UTC. */
export function pdfDate(instant: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z$/.exec(instant);
  if (!parts) throw new Error(`expected an ISO instant in UTC such as 2019-08-14T17:00:00Z, got ${instant}`);
  return `D:${parts.slice(1).join('')}Z`;
}

/** The characters of `text`, each below 256, as bytes. */
export function latinBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** UTF-8 bytes, for XML metadata. Written out because the layer has neither TextEncoder nor Buffer. */
export function utf8Bytes(text: string): Uint8Array {
  const escaped = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return latinBytes(escaped);
}
