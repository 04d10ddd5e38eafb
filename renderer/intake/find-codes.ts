/** Version codes in the text of a scanned or foreign PDF. */
export function findCodes(_text: string): string[] {
  return [];
}
