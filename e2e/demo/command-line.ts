/** The same documents without a window: every template from the exported case, by `npm run document`. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/electron.ts';
import { documentFile } from './gallery.ts';

const program = path.join(root, 'electron', 'document', 'index.ts');

function run(...given: string[]): string {
  const done = spawnSync(process.execPath, [program, ...given], { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`npm run document -- ${given.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

/** What only the document knows, where a template has a place for it. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'court-cover-page': ['filing.title=Respondents’ Motion to Terminate Proceedings', 'judge.name=Alex Example'],
  'certificate-of-interpretation': [
    'interpreter.name=Mateo Example',
    'interpreter.address=100 Example Street, El Paso, Texas',
    'interpreter.phone=915-555-0100',
    'interpreter.from=mam',
    'interpreter.to=es',
    'document.title=Declaration of María José Ixcoy Tzoc',
    'document.language=en',
  ],
  'reader-statement': [
    'reader.name=Ana Example',
    'readBack.language=es',
    'document.title=Declaración de María José Ixcoy Tzoc',
    'document.language=es',
  ],
  'certificate-of-translation': [
    'translator.name=Sara Example',
    'translator.address=100 Example Street, El Paso, Texas',
    'translator.phone=915-555-0100',
    'translator.from=es',
  ],
};
const aboutHearing: ReadonlySet<string> = new Set([
  'hearing-letter',
  'reminder-300',
  'phone-script',
  'court-cover-page',
]);

/** The latest hearing of the exported case: its own next one lies in the past. */
function latestHearing(caseFile: string): string {
  const exported = JSON.parse(fs.readFileSync(caseFile, 'utf8')) as {
    case: { hearings: Record<string, { id: string; date: { value?: { value: string } } }> };
  };
  const hearings = Object.values(exported.case.hearings);
  const day = (hearing: (typeof hearings)[number]): string => hearing.date.value?.value ?? '';
  const last = hearings.sort((a, b) => (day(a) < day(b) ? 1 : -1))[0];
  if (last === undefined) throw new Error('The sample case has no hearing.');
  return last.id;
}

/** Makes each template in each of its languages. */
export function everyTemplate(caseFile: string): void {
  const hearing = latestHearing(caseFile);
  const lines = run('--list').trim().split('\n');
  for (const line of lines) {
    const [id = '', ...rest] = line.split(/\s{2,}/);
    for (const language of (rest[0] ?? '').split(', ')) {
      const file = documentFile(`template-${id}-${language}.pdf`);
      const more = aboutHearing.has(id) ? ['--hearing', hearing] : [];
      for (const field of fields[id] ?? []) more.push('--field', field);
      run('--case', caseFile, '--template', id, '--language', language, '--out', file, ...more);
    }
  }
}
