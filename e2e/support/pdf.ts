/** What a finished PDF says, page by page, by poppler and qpdf; and a paper of another document. */
import { execFileSync } from 'node:child_process';

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
