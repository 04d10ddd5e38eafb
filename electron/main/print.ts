/** Prints a finished PDF: a hidden window draws its pages from memory, then the system's print dialog opens. No temporary file. */
import { AppError } from '#shared/errors.ts';
import { openJobWindow } from './job-window.ts';
import { printOutcome } from './print-outcome.ts';

const LONGEST_MS = 120_000;

/** @throws AppError print-failed when the system cannot print, such as without any printer; closing the dialog is no failure */
export async function printPdf(bytes: Uint8Array): Promise<{ printed: boolean }> {
  const { window } = await openJobWindow('print.html', 'print', bytes, LONGEST_MS);
  try {
    const outcome = await new Promise<ReturnType<typeof printOutcome>>((resolve) => {
      window.once('closed', () => resolve('cancelled'));
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
