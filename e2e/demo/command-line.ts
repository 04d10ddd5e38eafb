/** The same documents without a window: every template from the exported case, by `npm run document`. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../support/electron.ts';
import { documentFile } from './gallery.ts';

const program = path.join(root, 'electron', 'document', 'index.ts');

function run(...given: string[]): string {
  const done = spawnSync(process.execPath, [program, ...given], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`npm run document -- ${given.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** Makes each template in each of its languages. */
export function everyTemplate(caseFile: string): void {
  const lines = run('--list').trim().split('\n');
  for (const line of lines) {
    const [id = '', ...rest] = line.split(/\s{2,}/);
    for (const language of (rest[0] ?? '').split(', ')) {
      const file = documentFile(`template-${id}-${language}.pdf`);
      run('--case', caseFile, '--template', id, '--language', language, '--out', file);
    }
  }
}
