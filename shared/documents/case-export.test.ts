import { describe, expect, it } from 'vitest';
import { caseExportSchema, makeCaseExport, readCaseExport } from './case-export.ts';
import { family, office } from './test-family.ts';

describe('a saved case', () => {
  it('is read back as it was written, and its JSON Schema names its format', () => {
    const saved = makeCaseExport(family({}), office(), '2019-10-01T12:00:00Z');
    expect(readCaseExport(JSON.stringify(saved))).toEqual({ ok: true, value: saved });
    expect(JSON.stringify(caseExportSchema())).toContain('amparo-case');
    const wrong = readCaseExport(JSON.stringify({ ...saved, version: 2 }));
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path)).toEqual(['version']);
  });
});
