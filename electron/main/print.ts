/** Prints a finished PDF: a hidden window draws its pages from memory, then the system's print dialog opens. No temporary file. */
import { openJobWindow } from './job-window.ts';

const LONGEST_MS = 120_000;

export async function printPdf(bytes: Uint8Array): Promise<{ printed: boolean }> {
  const { window } = await openJobWindow('print.html', 'print', bytes, LONGEST_MS);
  try {
    const printed = await new Promise<boolean>((resolve) => {
      window.once('closed', () => resolve(false));
      window.webContents.print({ silent: false, printBackground: true, margins: { marginType: 'none' } }, (success) =>
        resolve(success),
      );
    });
    return { printed };
  } finally {
    window.destroy();
  }
}
