/** The versioned JSON of one case, as saved from the app and read by `npm run document`. */
import { z } from 'zod';
import { instant } from '#shared/domain/base.ts';
import { type CaseFile, caseFile } from '#shared/domain/case-file.ts';
import { type OfficeFile, officeFile } from '#shared/domain/office.ts';

export const caseExport = z.strictObject({
  format: z.literal('amparo-case'),
  version: z.literal(1),
  case: caseFile,
  office: officeFile.optional(),
  exportedAt: instant,
});
export type CaseExport = z.infer<typeof caseExport>;

export interface ExportProblem {
  /** Path in the JSON, e.g. `case.fearEvents.0a….officerAsked.value`; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
}

/** The file to save: one case, the office when it goes along, and the instant (ISO 8601 UTC). */
export function makeCaseExport(file: CaseFile, office: OfficeFile | null, exportedAt: string): CaseExport {
  return { format: 'amparo-case', version: 1, case: file, ...(office ? { office } : {}), exportedAt };
}

/** The JSON Schema of an exported case, to be published beside it. */
export function caseExportSchema(): object {
  return z.toJSONSchema(caseExport, { io: 'input', unrepresentable: 'any' });
}

/** Reads an exported case; every fault names its path in the JSON and what should stand there. */
export function readCaseExport(
  text: string,
): { ok: true; value: CaseExport } | { ok: false; problems: readonly ExportProblem[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problems: [{ path: '', expected: 'JSON (the file is not valid JSON)' }] };
  }
  const parsed = caseExport.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    expected: issue.message,
  }));
  return { ok: false, problems };
}
