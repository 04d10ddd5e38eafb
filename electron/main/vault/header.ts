/** What main may know of `header.json`: whether there is a vault, and what the derive process needs to try. */
import { ok, type Result } from '#shared/errors.ts';
import { parseHeader, type Slot } from '#shared/vault/header.ts';
import { orMissing, toDiskError } from './disk-error.ts';
import { journalHasBytes } from './journal-files.ts';
import type { Layout } from './layout.ts';
import type { VaultFs } from './vault-fs.ts';

export type VaultStatus = 'absent' | 'present' | 'unreadable' | 'newer' | 'weak';

/** The header's text, or null when there is none. Throws a disk error. */
export async function readHeader(fs: VaultFs, layout: Layout): Promise<string | null> {
  try {
    const bytes = await orMissing(fs.read(layout.header), null);
    return bytes === null ? null : Buffer.from(bytes).toString('utf8');
  } catch (error) {
    throw toDiskError(error);
  }
}

/**
 * Whether a folder holds a vault. A folder with a journal but without a header is 'unreadable', never 'absent': a new
 * vault must not be laid over it.
 */
export async function statusOf(fs: VaultFs, layout: Layout): Promise<VaultStatus> {
  try {
    const text = await readHeader(fs, layout);
    if (text === null) return (await journalHasBytes(fs, layout)) ? 'unreadable' : 'absent';
    const header = parseHeader(text);
    if (header.ok) return (await orMissing(fs.size(layout.keys), null)) === null ? 'unreadable' : 'present';
    if (header.code === 'vault-newer-version') return 'newer';
    return header.code === 'header-weak' ? 'weak' : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Slots to try with a passphrase or with a recovery code, each with what tells whether it opens; failures of `parseHeader`. */
export function slotsToDerive(
  headerText: string,
  kind: Slot['kind'],
): Result<{ slotId: string; kdf: Slot['kdf']; proof: { vault: string; slot: Slot } }[]> {
  const header = parseHeader(headerText);
  if (!header.ok) return header;
  const { vault, slots } = header.value;
  const fitting = slots.filter((slot) => slot.kind === kind);
  return ok(fitting.map((slot) => ({ slotId: slot.id, kdf: slot.kdf, proof: { vault, slot } })));
}
