/** Prints a finished PDF: a hidden window draws its pages from memory, then the system's print dialog opens. No temporary file. */
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { openJobWindow } from './job-window.ts';
import { printOutcome } from './print-outcome.ts';

const LONGEST_MS = 120_000;

/** What the page says once all its pages are drawn; anything else means that one could not be. */
const drawn = z.strictObject({ pages: z.number().int().positive() });

/**
 * Prints all pages or none. Closing the dialog is no failure.
 * @throws AppError print-page-failed when a page cannot be drawn; print-failed when the system cannot print, such as without
 * any printer; what `openJobWindow` throws
 */
export async function printPdf(bytes: Uint8Array): Promise<{ printed: boolean }> {
  const { window, answer } = await openJobWindow('print.html', 'print', bytes, LONGEST_MS);
  try {
    if (!drawn.safeParse(answer).success) throw new AppError('print-page-failed');
    const outcome = await new Promise<ReturnType<typeof printOutcome>>((resolve) => {
      window.once('closed', () => resolve('cancelled'));
      window.webContents.once('render-process-gone', () => resolve('failed'));
      window.webContents.print(
        { silent: false, printBackground: true, margins: { marginType: 'none' } },
        (success, reason) => resolve(printOutcome(success, reason)),
      );
    });
    if (outcome === 'failed') throw new AppError('print-failed');
    return { printed: outcome === 'printed' };
  } finally {
    window.destroy();
  }
}
