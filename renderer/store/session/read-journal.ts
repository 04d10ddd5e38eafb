/** Reads a device's journal from a place on, verifies it, and hands over its commits segment by segment. */
import type { Id } from '#shared/domain/base.ts';
import { schemaVersion } from '#shared/domain/case-file.ts';
import type { VaultListing } from '#shared/ipc/contract.ts';
import {
  type Damage,
  firstHead,
  type Head,
  openEntries,
  type OpenedCommit,
  type Torn,
  type VaultKeys,
  type Witness,
} from '#shared/vault/vault.ts';
import type { Place } from './cache-meta.ts';
import { ask, type Deps } from './deps.ts';

export interface JournalRead {
  readonly state: 'intact' | 'torn' | 'damaged' | 'newer';
  readonly place: Place;
  readonly torn: Torn | null;
  readonly damage: readonly Damage[];
}

type Listed = VaultListing['segments'][number];

export function segmentsOf(listing: VaultListing, device: Id): Listed[] {
  return listing.segments.filter((segment) => segment.device === device).sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function devicesOf(listing: VaultListing): Id[] {
  return [...new Set(listing.segments.map(({ device }) => device))].sort();
}

/** Whether the files still reach to a place that was seen before; if not, entries were lost. */
export function reaches(listing: VaultListing, place: Place): boolean {
  if (place.head.sequence === 0) return true;
  const segment = segmentsOf(listing, place.head.device).find(({ name }) => name === place.segment);
  return segment !== undefined && segment.length >= place.offset;
}

/** Bytes behind a place (all of them without one). */
export function bytesBehind(listing: VaultListing, device: Id, from: Place | null): number {
  return segmentsOf(listing, device).reduce((sum, { name, length }) => {
    if (from !== null && name < from.segment) return sum;
    return sum + length - (from?.segment === name ? from.offset : 0);
  }, 0);
}

/**
 * Verifies and opens what stands behind `from` (everything without it). `take` gets the commits in order and may
 * await. A segment that has a successor is read with knowledge of it, so that only the last can be torn. 'newer': an entry
 * or the files in it are of a newer program; `take` gets nothing of that segment.
 */
export async function readJournal(
  deps: Deps,
  keys: VaultKeys,
  given: {
    readonly listing: VaultListing;
    readonly device: Id;
    readonly from: Place | null;
    readonly witnesses: readonly Witness[];
    readonly signal?: AbortSignal;
    readonly take: (commits: readonly OpenedCommit[], bytes: number) => Promise<void>;
  },
): Promise<JournalRead> {
  const { listing, device, from } = given;
  const segments = segmentsOf(listing, device).filter(({ name }) => from === null || name >= from.segment);
  let head: Head | undefined = from?.head;
  let place: Place = from ?? { head: firstHead(keys.vault, device), segment: segments[0]?.name ?? '', offset: 0 };
  const damage: Damage[] = [];
  for (const [at, { name }] of segments.entries()) {
    if (given.signal?.aborted) break;
    const start = from?.segment === name ? from.offset : 0;
    const bytes = await ask(deps, 'vault.readSegment', { device, name, offset: start });
    const next = segments[at + 1];
    const isLast = next === undefined;
    const read = openEntries(keys, {
      device,
      segments: [{ name, bytes, start }, ...(isLast ? [] : [{ name: next.name, bytes: new Uint8Array(0) }])],
      // Witnesses name the newest entries; only the last segment can disappoint them.
      witnesses: isLast ? given.witnesses : [],
      ...(head !== undefined && { from: head }),
    });
    damage.push(...read.damage);
    const { segment, offset, ...end } = read.head;
    head = end;
    place = { head: end, segment, offset };
    const isNewer = read.state === 'newer' || read.commits.some(({ meta }) => meta.schema > schemaVersion);
    if (isNewer) return { state: 'newer', place, torn: null, damage };
    await given.take(read.commits, bytes.length);
    if (read.state === 'torn') return { state: 'torn', place, torn: read.torn, damage };
    if (read.damage.some(({ reason }) => reason !== 'content' && reason !== 'key' && reason !== 'parts')) break;
    await deps.pause();
  }
  if (segments.length === 0 && given.witnesses.some(({ sequence }) => sequence > place.head.sequence)) {
    damage.push(missing(device, place, given.witnesses));
  }
  return { state: damage.length > 0 ? 'damaged' : 'intact', place, torn: null, damage };
}

/**
 * Whether a newer program wrote what stands behind these places, for a journal that is read whole only later. A tail longer
 * than `most` bytes is left to that reading. Throws what reading it throws.
 */
export async function tailIsNewer(
  deps: Deps,
  keys: VaultKeys,
  given: { readonly listing: VaultListing; readonly places: readonly Place[]; readonly most: number },
): Promise<boolean> {
  const { listing, places, most } = given;
  for (const from of places) {
    const { device } = from.head;
    const behind = bytesBehind(listing, device, from);
    if (!reaches(listing, from) || behind === 0 || behind > most) continue;
    const read = await readJournal(deps, keys, { listing, device, from, witnesses: [], take: async () => {} });
    if (read.state === 'newer') return true;
  }
  return false;
}

function missing(device: Id, place: Place, witnesses: readonly Witness[]): Damage {
  const to = Math.max(...witnesses.map(({ sequence }) => sequence));
  const { segment, offset, head } = place;
  return { device, reason: 'missing', segment, offset, from: head.sequence + 1, to, after: head.clock };
}
