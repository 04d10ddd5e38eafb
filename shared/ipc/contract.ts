/**
 * Everything that crosses between a page and the main process: channel → argument and result schema.
 * Main checks the sender and both schemas in one wrapper (electron/main/answers.ts); the preload turns each
 * channel into one named function `amparo.<area>.<name>(arg)` that answers `Result<T>` and never throws.
 * Main knows names and bytes only: everything of a client that passes here is already sealed, except the
 * bytes of a document that the user saves or prints.
 */
import { z } from 'zod';
import type { Result } from '../errors.ts';
import { lazily } from '../lazily.ts';

/** Any bytes, whatever buffer they lie in. */
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);
const none = z.undefined();
const done = z.literal(true);
/** A bare file name that the page may suggest; never a path. */
export const suggestedName = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[^\\/:*?"<>|\p{Cc}]+$/u);
/** Random 128-bit id, 32 hex digits: slots, blobs, devices. */
export const hexId = z.string().regex(/^[0-9a-f]{32}$/);
export const vaultKind = z.enum(['real', 'sample']);
export type VaultKind = z.infer<typeof vaultKind>;

/** Argon2id cost: memory in KiB, passes, lanes (RFC 9106). */
export const kdfParams = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z.number().int(),
  passes: z.number().int(),
  lanes: z.number().int(),
  salt: z.string(),
});
export type KdfParams = z.infer<typeof kdfParams>;

export const preferences = z.strictObject({
  language: z.enum(['en', 'es']).nullable(),
  theme: z.enum(['auto', 'light', 'dark']),
  zoomPercent: z.number().int().min(80).max(200),
  idleMinutes: z.number().int().min(1).max(60),
  showNames: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

export const segment = z.strictObject({ device: hexId, name: z.string(), bytes });
export type Segment = z.infer<typeof segment>;

export const vaultFiles = z.strictObject({
  kind: vaultKind,
  header: z.string(),
  keys: bytes,
  segments: z.array(segment),
  /** Newest readable snapshot, or null. */
  snapshot: bytes.nullable(),
  /** False when the folder or disk refuses writing: the vault opens read-only. */
  writable: z.boolean(),
});
export type VaultFiles = z.infer<typeof vaultFiles>;

/** Segments in order of their names; `length` in bytes. */
export const vaultListing = z.strictObject({
  kind: vaultKind,
  header: z.string(),
  keys: bytes,
  segments: z.array(z.strictObject({ device: hexId, name: z.string(), length: z.number().int().nonnegative() })),
  writable: z.boolean(),
  /** A newer Chromium used the browser's database here: this one would destroy it and must not open it. */
  browserIsOlder: z.boolean().optional(),
});
export type VaultListing = z.infer<typeof vaultListing>;

export const beginUnlock = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('open'), kind: vaultKind, secret: bytes }),
  z.strictObject({ mode: z.literal('recover'), kind: vaultKind, secret: bytes }),
  /** `setup` is JSON (UTF-8) for the store worker; main passes it on unread. */
  z.strictObject({ mode: z.literal('create'), kind: vaultKind, secret: bytes, setup: bytes }),
]);
export type BeginUnlock = z.infer<typeof beginUnlock>;

export const channels = lazily({
  'app.info': () => ({
    arg: none,
    result: z.strictObject({
      version: z.string(),
      platform: z.string(),
      systemLanguage: z.string(),
      /** True only in the build for tests. */
      testBuild: z.boolean(),
    }),
  }),
  'app.preferences': () => ({ arg: none, result: preferences }),
  'app.setPreferences': () => ({ arg: preferences.partial(), result: preferences }),
  'app.quit': () => ({ arg: none, result: done }),
  /** Title of the window: the app's name and at most an office file number. */
  'app.setTitle': () => ({ arg: z.strictObject({ officeNumber: z.string().max(40).nullable() }), result: done }),

  'unlock.status': () => ({
    arg: none,
    result: z.strictObject({
      real: z.enum(['absent', 'present', 'unreadable', 'newer', 'weak']),
      sample: z.enum(['absent', 'present', 'unreadable', 'newer', 'weak']),
      /** Seconds to wait before the next try, after five wrong ones. */
      waitSeconds: z.number(),
      /** The kind that was open before the last lock, to return to. */
      last: vaultKind.nullable(),
      lockedBecause: z.enum(['button', 'idle', 'suspend', 'start', 'error']),
    }),
  }),
  'unlock.begin': () => ({ arg: beginUnlock, result: done }),
  /** From the main window once the store worker has opened or refused the vault. */
  'unlock.result': () => ({
    arg: z.discriminatedUnion('ok', [
      z.strictObject({ ok: z.literal(true) }),
      z.strictObject({
        ok: z.literal(false),
        code: z.string(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ]),
    result: done,
  }),
  /** What the main window was made for; null setup unless a vault is being created. */
  'unlock.mission': () => ({
    arg: none,
    result: z.strictObject({ mode: z.enum(['open', 'recover', 'create']), kind: vaultKind, setup: bytes.nullable() }),
  }),
  /** Asks main to lock: main tells the page 'lock', waits up to 500 ms for `session.readyToLock`, destroys the window. */
  'session.lock': () => ({
    arg: z.strictObject({ reason: z.enum(['button', 'idle']), afterwards: vaultKind.nullable() }),
    result: done,
  }),
  'session.readyToLock': () => ({ arg: none, result: done }),
  /** A job the user started (≤ 15 min) or an interview/read-back (≤ 60 min) holds the idle lock up until then. */
  'session.hold': () => ({ arg: z.strictObject({ minutes: z.number().min(0).max(60) }), result: done }),
  'session.activity': () => ({ arg: none, result: done }),

  /**
   * Derives a key for a new slot of the open vault, or ('present') of the passphrase or recovery code of one of these
   * slots, which proves who is at work; no key comes when it opens none of them. It comes to the store worker on a key port of its own, named by
   * `ticket`, never here; the answer says that it is there.
   */
  'vault.derive': () => ({
    arg: z.strictObject({
      secret: bytes,
      purpose: z.enum(['passphrase', 'present']),
      ticket: hexId,
      slots: z.array(hexId).optional(),
    }),
    result: done,
  }),
  /** Where the open vault is kept, for a person who copies its folder. */
  'vault.place': () => ({ arg: none, result: z.strictObject({ folder: z.string() }) }),
  /** Every file of the vault that this window may open. */
  'vault.read': () => ({ arg: none, result: vaultFiles }),
  /** The same without the bytes of journal and snapshot, for a vault too large to read whole at each unlock. */
  'vault.list': () => ({ arg: none, result: vaultListing }),
  /** One segment from `offset` to its end as it is now; `folder-missing` when there is no such segment. */
  'vault.readSegment': () => ({
    arg: z.strictObject({ device: hexId, name: z.string(), offset: z.number().int().nonnegative() }),
    result: bytes,
  }),
  /** Newest readable snapshot, or null. */
  'vault.readSnapshot': () => ({ arg: none, result: bytes.nullable() }),
  /** Creates folder, header, keys and an empty journal in one go; refuses if a vault is there. */
  'vault.create': () => ({ arg: z.strictObject({ header: z.string(), keys: bytes, device: hexId }), result: done }),
  'vault.writeHeader': () => ({ arg: z.strictObject({ header: z.string() }), result: done }),
  'vault.writeKeys': () => ({ arg: z.strictObject({ keys: bytes }), result: done }),
  /** Appends whole entries to this device's journal and answers after fdatasync. `sequence` is of the first entry. */
  'vault.append': () => ({
    arg: z.strictObject({ device: hexId, sequence: z.number().int().positive(), bytes }),
    result: done,
  }),
  /** Cuts a torn end (the caller proved it torn); the cut bytes are kept aside. Then starts a new segment. */
  'vault.cutTorn': () => ({
    arg: z.strictObject({ device: hexId, name: z.string(), keepBytes: z.number().int().nonnegative() }),
    result: done,
  }),
  'vault.pendingWrite': () => ({ arg: z.strictObject({ slot: hexId, bytes }), result: done }),
  'vault.pendingReadAll': () => ({ arg: none, result: z.array(z.strictObject({ slot: hexId, bytes })) }),
  'vault.pendingClear': () => ({ arg: z.strictObject({ slot: hexId }), result: done }),
  'vault.blobWrite': () => ({ arg: z.strictObject({ id: hexId, bytes }), result: done }),
  'vault.blobRead': () => ({ arg: z.strictObject({ id: hexId }), result: bytes }),
  'vault.snapshotWrite': () => ({
    arg: z.strictObject({ name: z.string().regex(/^[0-9a-z-]{1,60}$/), bytes }),
    result: done,
  }),

  /** Shows the save dialog and writes the bytes where the user says; `saved` false when cancelled. */
  'files.save': () => ({
    arg: z.strictObject({ suggested: suggestedName, kind: z.enum(['pdf', 'json', 'txt', 'png', 'jpg']), bytes }),
    result: z.strictObject({ saved: z.boolean(), name: z.string().nullable() }),
  }),
  /** Shows the open dialog; foreign bytes go to the intake window, never parsed in the main page. */
  'files.open': () => ({
    arg: z.strictObject({ kinds: z.array(z.enum(['pdf', 'image', 'json'])) }),
    result: z.strictObject({ name: z.string(), bytes }).nullable(),
  }),
  /** Has the key-less intake window look at foreign bytes; one job each, killed after. */
  'files.inspect': () => ({
    arg: z.strictObject({ bytes }),
    result: z.strictObject({
      type: z.enum(['pdf', 'png', 'jpeg', 'unknown']),
      pages: z.number().int().nullable(),
      /** Version codes (see shared/documents/version-code.ts) found in the text of the file. */
      codes: z.array(z.string()),
      sha256: z.string(),
    }),
  }),
  'print.pdf': () => ({ arg: z.strictObject({ bytes }), result: z.strictObject({ printed: z.boolean() }) }),
  'clipboard.copy': () => ({ arg: z.strictObject({ text: z.string().max(5000) }), result: done }),
} satisfies Record<string, () => { arg: z.ZodType; result: z.ZodType }>);

export type Channel = keyof typeof channels;
export type Arg<C extends Channel> = z.infer<(typeof channels)[C]['arg']>;
export type Answer<C extends Channel> = z.infer<(typeof channels)[C]['result']>;

/** One function per channel; the object of handlers in main must satisfy this. */
export type Handlers = {
  readonly [C in Channel]: (
    arg: Arg<C>,
    context: { readonly window: 'unlock' | 'main' | 'intake' },
  ) => Promise<Answer<C>> | Answer<C>;
};

/** Which windows may call a channel; the key-less windows see only what they need. */
export const allowedWindows: Readonly<Record<'unlock' | 'intake', readonly Channel[]>> = {
  unlock: ['app.info', 'app.preferences', 'app.setPreferences', 'app.quit', 'unlock.status', 'unlock.begin'],
  intake: [],
};

/** Notices that main sends to a page; the page never answers them directly. */
export type Notice =
  | { readonly kind: 'lock'; readonly reason: 'button' | 'idle' | 'suspend' | 'quit' }
  | { readonly kind: 'menu'; readonly command: string }
  | {
      readonly kind: 'unlock-failed';
      readonly code: string;
      readonly detail: Readonly<Record<string, string | number>>;
      readonly waitSeconds: number;
    }
  | { readonly kind: 'idle-warning'; readonly seconds: number };

type Call<C extends Channel> =
  Arg<C> extends undefined ? () => Promise<Result<Answer<C>>> : (arg: Arg<C>) => Promise<Result<Answer<C>>>;
type Area<C extends Channel> = C extends `${infer A}.${string}` ? A : never;
type NameIn<A extends string, C extends Channel> = C extends `${A}.${infer N}` ? N : never;

/** The shape of `window.amparo`. */
export type AmparoBridge = {
  readonly [A in Area<Channel>]: {
    readonly [N in NameIn<A, Channel>]: `${A}.${N}` extends Channel ? Call<`${A}.${N}`> : never;
  };
} & {
  /** Subscribes to notices; answers the function that unsubscribes. */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
};
