/** Starts and kills the key-less window that parses foreign files, one job each. */
import { AppError } from '#shared/errors.ts';
import { type Answer, channels } from '#shared/ipc/contract.ts';
import { openJobWindow } from './job-window.ts';

const LONGEST_MS = 60_000;

/**
 * What kind of file the bytes are, told by a page that has no key and no bridge; its word is checked before it is believed.
 * @throws AppError internal when the page crashed, took over a minute or answered nonsense
 */
export async function inspect(bytes: Uint8Array): Promise<Answer<'files.inspect'>> {
  const { window, answer } = await openJobWindow('intake.html', 'intake', bytes, LONGEST_MS);
  window.destroy();
  const told = channels['files.inspect'].result.safeParse(answer);
  if (!told.success) throw new AppError('internal', { job: 'intake' });
  return told.data;
}
