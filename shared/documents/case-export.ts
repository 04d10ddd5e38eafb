/** The versioned JSON of one case, as saved from the app and read by `npm run document`. */
import { z } from 'zod';
import { instant, source } from '#shared/domain/base.ts';
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

/** A value without the notes on who observed or told something: such people spoke in confidence (SR37). */
function withoutInformants<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutInformants(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
    key,
    key === 'source' ? withoutNote(item) : withoutInformants(item),
  ]);
  return Object.fromEntries(entries) as T;
}

function withoutNote(value: unknown): unknown {
  const parsed = source.safeParse(value);
  if (!parsed.success) return value;
  const { kind } = parsed.data;
  return kind === 'observer' || kind === 'toldByOther' ? { ...parsed.data, note: '' } : parsed.data;
}

/**
 * The file to save: one case, the office when it goes along, and the instant (ISO 8601 UTC). Who observed or told
 * something in confidence is left out.
 */
export function makeCaseExport(file: CaseFile, office: OfficeFile | null, exportedAt: string): CaseExport {
  const parts = office ? { office } : {};
  return { format: 'amparo-case', version: 1, case: withoutInformants(file), ...parts, exportedAt };
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
