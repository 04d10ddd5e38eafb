import { describe, expect, it } from 'vitest';
import { type DraftFile, draftFile } from '#shared/domain/draft.ts';
import { AppError } from '#shared/errors.ts';
import { hex, RECORDED } from '#e2e/support/laptop.ts';
import { checkDraft } from './draft-rules.ts';

const step = (pair: string, state: string, at: string) => ({
  [hex(pair)]: { id: hex(pair), state, at, by: hex('aa') },
});
const version = {
  id: hex('e1'),
  number: 1,
  code: 'K7Q2-M4PX',
  sha256: '0'.repeat(64),
  blobId: hex('b1'),
  pages: 3,
  finalisedAt: '2019-11-01T10:00:00Z',
  finalisedBy: hex('aa'),
  contentHash: '1'.repeat(64),
};
const base = {
  kind: 'draft',
  schemaVersion: 1,
  id: hex('d1'),
  caseId: hex('c1'),
  templateId: 'declaration',
  about: [],
  createdAt: '2019-11-01T09:00:00Z',
  recorded: RECORDED,
};
const draft = (more: Record<string, unknown> = {}): DraftFile => draftFile.parse({ ...base, ...more });
const frozen = draft({
  life: step('11', 'readyToSign', '2019-11-01T10:00:00Z'),
  versions: { [version.id]: version },
});

function code(before: DraftFile | null, after: DraftFile, role: Parameters<typeof checkDraft>[2] = 'attorney'): string {
  try {
    checkDraft(before, after, role);
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : 'bug';
  }
}

describe('a finalised version', () => {
  it('freezes text, facts, fields and read-back', () => {
    for (const change of [
      { title: 'x' },
      { language: 'es' },
      { fields: { judge: 'x' } },
      { facts: [{ collection: 'harms', id: hex('f1') }] },
    ]) {
      expect(code(frozen, draft({ ...frozen, ...change }))).toBe('draft-frozen');
    }
    expect(code(draft(), draft({ title: 'x' }))).toBe('ok');
  });
  it('may be printed, signed and get its scan back, but never change or go', () => {
    const signed = {
      blobId: hex('b2'),
      sha256: '2'.repeat(64),
      pages: 3,
      receivedAt: '2019-11-02T10:00:00Z',
      codeFound: true,
    };
    const life = { ...frozen.life, ...step('12', 'printed', '2019-11-01T11:00:00Z') };
    expect(code(frozen, draft({ ...frozen, life }))).toBe('ok');
    expect(code(frozen, draft({ ...frozen, versions: { [version.id]: { ...version, signedScan: signed } } }))).toBe(
      'ok',
    );
    expect(code(frozen, draft({ ...frozen, versions: { [version.id]: { ...version, pages: 4 } } }))).toBe(
      'draft-frozen',
    );
    expect(code(frozen, draft({ ...frozen, versions: {} }))).toBe('draft-frozen');
    expect(code(frozen, draft({ ...frozen, life: {} }))).toBe('draft-frozen');
  });
  it('can be followed by a new version: a step back to draft opens the text', () => {
    const life = { ...frozen.life, ...step('13', 'draft', '2019-11-03T10:00:00Z') };
    expect(code(frozen, draft({ ...frozen, life, title: 'x' }))).toBe('ok');
  });
});

describe('who may do what', () => {
  const life = { ...frozen.life, ...step('14', 'readyToFile', '2019-11-05T10:00:00Z') };
  const override = {
    id: hex('0a'),
    item: 'gap',
    reason: 'translation to follow',
    by: hex('aa'),
    role: 'paralegal',
    at: '2019-11-01T10:00:00Z',
  };
  it.each([
    ['attorney', 'ok'],
    ['accreditedRepresentative', 'ok'],
    ['paralegal', 'not-allowed'],
    ['advocate', 'not-allowed'],
    ['intakeVolunteer', 'not-allowed'],
  ] as const)('%s marks ready to file and overrides: %s', (role, expected) => {
    expect(code(frozen, draft({ ...frozen, life }), role)).toBe(expected);
    expect(code(draft(), draft({ overrides: { [override.id]: override } }), role)).toBe(expected);
  });
  it('lets anybody make a document ready to sign', () => {
    expect(code(draft(), frozen, 'intakeVolunteer')).toBe('ok');
  });
});
