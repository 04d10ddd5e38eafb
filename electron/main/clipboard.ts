/** Text copied at the user's wish; taken off the clipboard after 30 seconds and at lock, unless something else is there by then. */
import { createHash } from 'node:crypto';
import { clipboard } from 'electron';

const KEEP_MS = 30_000;

/** Only a digest is remembered, so a lock leaves no copy here. */
let ours: string | null = null;
let timer: ReturnType<typeof setTimeout> | null = null;

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `await` throughout: newer Electrons answer these calls with promises, older ones at once. */
export async function copyForAWhile(text: string): Promise<void> {
  await clipboard.writeText(text);
  ours = digest(text);
  if (timer !== null) clearTimeout(timer);
  timer = setTimeout(() => void clearIfOurs(), KEEP_MS);
}

export async function clearIfOurs(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const mark = ours;
  ours = null;
  if (mark !== null && digest(await clipboard.readText()) === mark) await clipboard.clear();
}
