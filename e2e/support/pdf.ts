/** What a finished PDF says, page by page, by poppler and qpdf; and a scan with nothing on it. */
import { execFileSync } from 'node:child_process';
import { PDFDocument } from 'pdf-lib';

/** The text of each page. */
export function pagesOf(file: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

export function textOf(file: string): string {
  return pagesOf(file).join('\n').replace(/\s+/g, ' ');
}

/** Throws with qpdf's words when the file is not sound. */
export function checkPdf(file: string): void {
  execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
}

/** A PDF of empty pages, as somebody's scanner could have made it. */
export async function blankPdf(pages: number): Promise<Buffer> {
  const made = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) made.addPage([612, 792]);
  return Buffer.from(await made.save());
}
