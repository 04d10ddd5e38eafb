/** The paragraphs that the facts make now, for a document of any kind, with the wordings and the leaving out of its draft. */
import type { Id } from '#shared/domain/base.ts';
import type { DraftFile, DraftInline, DraftParagraph, DraftSide, FactRef } from '#shared/domain/draft.ts';
import { withoutAnswers } from './blank-facts.ts';
import { type BuiltParagraph, buildDeclaration } from './build.ts';
import type { Side } from './build/sentences.ts';
import type { DocumentContext } from './context.ts';
import { fieldValues } from './field-values.ts';
import { findTemplate } from './library.ts';
import { buildMemberDeclaration } from './member-declaration.ts';
import { starterParagraphs } from './notation/fill.ts';
import { printedValue } from './printed.ts';
import type { Inline } from './tree.ts';
import { withWordings } from './wordings.ts';

/** Everything a text is built from but the draft. */
export type BuildTools = Omit<DocumentContext, 'draft'>;

export const memberTemplates: readonly string[] = ['attorney-declaration', 'advocate-declaration'];

export function paragraphOf(id: Id, order: number, built: BuiltParagraph): DraftParagraph {
  const side = (name: Side): DraftSide => ({ inlines: [...built.sides[name]], edited: false });
  return {
    id,
    order,
    kind: 'numbered',
    sides: { en: side('en'), es: side('es') },
    facts: built.facts.map((fact) => ({ ref: { ...fact.ref }, printed: fact.printed })),
    outOfStep: null,
    origin: built.origin,
    deleted: null,
  };
}

export function withoutEmptySides(paragraph: DraftParagraph): DraftParagraph {
  const { en, es } = paragraph.sides;
  return { ...paragraph, sides: { ...(en?.inlines.length ? { en } : {}), ...(es?.inlines.length ? { es } : {}) } };
}

/** Inlines of a template as a draft keeps them; a blank or break of the template has no place in a paragraph. */
function draftInlines(inlines: readonly Inline[]): DraftInline[] {
  return inlines.flatMap((inline): DraftInline[] => {
    if (inline.type === 'text') return [{ type: 'text', text: inline.text }];
    return inline.type === 'gap' ? [inline] : [];
  });
}

function starters(draft: DraftFile, tools: BuildTools): BuiltParagraph[] {
  const made = (['en', 'es'] as const).map((language) => {
    const template = findTemplate(tools.library, draft.templateId, language);
    return template ? starterParagraphs(template, fieldValues({ ...tools, draft }, language)) : [];
  });
  const [en = [], es = []] = made;
  return en.map((block, index) => ({
    origin: `template:${index + 1}`,
    sides: { en: draftInlines(block.inlines), es: draftInlines(es[index]?.inlines ?? []) },
    facts: [],
    sentences: [],
  }));
}

/** The paragraphs that the facts make now, for a document of this kind. */
export function builtParagraphs(draft: DraftFile, tools: BuildTools): BuiltParagraph[] {
  const clientId = draft.about[0] ?? '';
  if (draft.templateId === 'declaration') {
    const options = { declarantId: clientId, facts: draft.facts, today: tools.today };
    const built = buildDeclaration(tools.file, tools.office, options);
    return built.map((paragraph) => withWordings(paragraph, draft, tools.file));
  }
  if (!memberTemplates.includes(draft.templateId)) return [];
  const options = { memberId: draft.memberId ?? '', clientId, facts: null };
  const told = [...starters(draft, tools), ...buildMemberDeclaration(tools.file, options)];
  // A side in a language that the document cannot be printed in would only wait to be out of step.
  if (findTemplate(tools.library, draft.templateId, 'es')) return told;
  return told.map((paragraph) => ({ ...paragraph, sides: { ...paragraph.sides, es: [] } }));
}

/** Answers set aside for one paragraph, as long as they are what they were when somebody set them aside. */
export function setAsideFor(draft: DraftFile, tools: BuildTools, origin: string): FactRef[] {
  const clientId = draft.about[0] ?? '';
  return Object.values(draft.setAside ?? {})
    .filter((one) => one.origin === origin && printedValue(tools.file, one.ref, clientId) === one.printed)
    .map(({ ref }) => ref);
}

/** One paragraph as it is made now without what was set aside for it, and without the answers `blank`. */
export function builtParagraph(
  draft: DraftFile,
  tools: BuildTools,
  origin: string,
  blank: readonly FactRef[] = [],
): BuiltParagraph | undefined {
  const out = [...setAsideFor(draft, tools, origin), ...blank];
  const file = out.length === 0 ? tools.file : withoutAnswers(tools.file, out, draft.about[0] ?? '');
  return builtParagraphs(draft, { ...tools, file }).find((one) => one.origin === origin);
}
