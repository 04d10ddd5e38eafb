import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredValue as yes, fact, family, fixtureId, office } from '#shared/documents/test-family.ts';

const root = join(import.meta.dirname, '..', '..');
const node = join(root, 'node_modules', '.bin', 'node');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amparo-document-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [join(root, 'electron/document/index.ts'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
function save(name: string, facts: Record<string, unknown>, change: (text: string) => string = (text) => text): string {
  const path = join(folder, name);
  const file = {
    format: 'amparo-case',
    version: 1,
    case: family(facts),
    office: office(),
    exportedAt: '2019-10-01T12:00:00Z',
  };
  writeFileSync(path, change(JSON.stringify(file)));
  return path;
}
const fear = (officerAsked: unknown) => ({ fearEvents: fact(40, { officerAsked }) });

describe('npm run document', { timeout: 60_000 }, () => {
  it('makes the same bytes for the same facts and date', () => {
    const path = save('case.json', fear(yes('no')));
    const out = ['a.pdf', 'b.pdf'].map((name) => join(folder, name));
    for (const name of out) {
      const made = run('--case', path, '--template', 'declaration', '--out', name, '--date', '2019-10-01');
      expect([made.status, made.stderr]).toEqual([0, '']);
    }
    expect(readFileSync(out[0]!).equals(readFileSync(out[1]!))).toBe(true);
    const text = execFileSync('pdftotext', ['-layout', out[0]!, '-'], { encoding: 'utf8' });
    expect(text).toContain('The officer did not ask us if we were afraid to go back to Mexico.');
    expect(text).toContain('DRAFT / BORRADOR');
  });

  it('names the path in the JSON and what should stand there, and writes nothing', () => {
    const path = save('bad.json', fear(yes('no')), (text) => text.replace('"value":"no"', '"value":"perhaps"'));
    const made = run('--case', path, '--template', 'declaration', '--out', join(folder, 'bad.pdf'));
    expect(made.status).toBe(2);
    expect(made.stderr).toContain(
      `case.fearEvents.${fixtureId(40)}.officerAsked.value: Invalid option: expected one of "yes"|"no"`,
    );
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{');
    expect(run('--case', broken, '--template', 'declaration', '--out', join(folder, 'bad.pdf')).status).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('bad.pdf'))).toEqual([]);
  });

  it('refuses what it does not know by name, with what there is', () => {
    const path = save('case.json', {});
    const out = join(folder, 'x.pdf');
    const template = run('--case', path, '--template', 'affidavit', '--out', out);
    expect([template.status, template.stderr.includes('hearing-letter')]).toEqual([2, true]);
    const language = run('--case', path, '--template', 'declaration', '--language', 'pt', '--out', out);
    expect([language.status, language.stderr.trim()]).toEqual([
      2,
      '--language: declaration is there in en, es; came pt',
    ]);
    expect(run('--case', path, '--template', 'declaration', '--person', '9', '--out', out).status).toBe(2);
    expect(run('--nonsense').status).toBe(2);
    expect(readdirSync(folder)).not.toContain('x.pdf');
  });
});
