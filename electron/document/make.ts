/** From an exported case to the bytes of one document. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseExport } from '#shared/documents/case-export.ts';
import type { DocumentContext } from '#shared/documents/context.ts';
import { startDraft } from '#shared/documents/draft.ts';
import { draftToTree, footerOf } from '#shared/documents/draft-tree.ts';
import { findTemplate, type TemplateLibrary, templateLanguages } from '#shared/documents/library.ts';
import { gapsOf } from '#shared/documents/tree.ts';
import { countingIds } from '#shared/domain/case-builder.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { peopleInOrder } from '#shared/domain/people.ts';
import { type FontSet, openFonts } from '#shared/pdf/fonts.ts';
import { renderDocument } from '#shared/pdf/render.ts';

export interface Wanted {
  readonly templateId: string;
  readonly language: string;
  readonly person: string;
  readonly member: string | null;
  readonly hearing: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly fields: Readonly<Record<string, string>>;
}
export type Made =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly gaps: readonly string[]; readonly isDraft: boolean }
  | { readonly ok: false; readonly message: string };

const fontsFolder = join(import.meta.dirname, '..', '..', 'node_modules', '@expo-google-fonts', 'tinos');

/** The four faces of Tinos from the installed package. */
export async function readFonts(): Promise<FontSet> {
  const read = async (face: string) => new Uint8Array(await readFile(join(fontsFolder, face, `Tinos_${face}.ttf`)));
  const [regular, bold, italic, boldItalic] = await Promise.all(
    ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic'].map(read),
  );
  if (!regular || !bold || !italic || !boldItalic) throw new Error('a face of Tinos is missing');
  return openFonts({ regular, bold, italic, boldItalic });
}

/** An id as it stands, or the `n`-th of a list, counted from 1; null when there is none. */
function pick(wanted: string, ids: readonly string[]): string | null {
  return ids.includes(wanted) ? wanted : (ids[Number(wanted) - 1] ?? null);
}

function contextFor(given: CaseExport, library: TemplateLibrary, wanted: Wanted): DocumentContext | string {
  const file = given.case;
  const office = given.office ?? null;
  const people = peopleInOrder(file).map((person) => person.id);
  const personId = pick(wanted.person, people);
  if (!personId) return `--person: expected an id or a number from 1 to ${people.length}; came ${wanted.person}`;
  const members = Object.values(office?.members ?? {})
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((member) => member.id);
  const memberId = wanted.member === null ? (members[0] ?? null) : pick(wanted.member, members);
  if (wanted.member !== null && memberId === null)
    return `--member: expected an id or a number from 1 to ${members.length}; came ${wanted.member}`;
  if (wanted.hearing !== null && !(wanted.hearing in file.hearings))
    return `--hearing: expected an id of the case; came ${wanted.hearing}`;
  const language = wanted.language as TextLanguage;
  const base = { file, office, library, today: wanted.today };
  const newId = countingIds(0xd0c);
  const createdAt = `${wanted.today}T00:00:00Z`;
  const draft = startDraft(
    {
      id: newId(),
      templateId: wanted.templateId,
      about: [personId],
      memberId,
      language,
      fields: { ...wanted.fields, ...(wanted.hearing ? { hearingId: wanted.hearing } : {}) },
      createdAt,
      recorded: { by: '', at: createdAt, device: newId(), capacity: 'underCounsel' },
    },
    { ...base, newId },
  );
  return { ...base, draft };
}

/**
 * The document of a case. What needs a signature or an attorney's look is marked as a draft; a letter, reminder or
 * script is marked only while something it needs is not known, and `gaps` names that.
 */
export async function makeDocument(given: CaseExport, library: TemplateLibrary, wanted: Wanted): Promise<Made> {
  const template = findTemplate(library, wanted.templateId, wanted.language as TextLanguage);
  if (!template) {
    const languages = templateLanguages(library, wanted.templateId).join(', ');
    return { ok: false, message: `--language: ${wanted.templateId} is there in ${languages}; came ${wanted.language}` };
  }
  const context = contextFor(given, library, wanted);
  if (typeof context === 'string') return { ok: false, message: context };
  const tree = draftToTree(context, template.language, 'draft');
  const gaps = gapsOf(tree).map((gap) => gap.label);
  const isDraft = gaps.length > 0 || !['letter', 'reminder', 'script'].includes(template.kind);
  const options = {
    draft: isDraft,
    footer: footerOf(context, template.language),
    date: `${wanted.today}T00:00:00Z`,
    tagged: true,
    pdfa: true,
    compress: true,
  };
  return { ok: true, bytes: renderDocument(tree, options, await readFonts()), gaps, isDraft };
}
