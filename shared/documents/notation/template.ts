/** A template after parsing: blocks with fields, conditions and repeats. Made by `parse.ts`, filled by `fill.ts`. */
import type { TextLanguage } from '#shared/domain/date-words.ts';
import type { FieldName } from './fields.ts';

export const documentKinds = ['declaration', 'certificate', 'letter', 'courtFiling', 'reminder', 'script'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface TextStyle {
  readonly strong?: true;
  readonly em?: true;
}
export type TemplateInline =
  | ({ readonly type: 'text'; readonly text: string } & TextStyle)
  | ({ readonly type: 'field'; readonly name: FieldName } & TextStyle)
  | ({ readonly type: 'item'; readonly name: string } & TextStyle)
  | { readonly type: 'blank'; readonly points: number }
  | { readonly type: 'break' };

export type Test =
  | { readonly kind: 'known' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'is' | 'not'; readonly value: string };

/** Containers and how they are set: `:::numbered`, `:::single`, … */
export const groupNames = [
  'numbered',
  'single',
  'double',
  'center',
  'box',
  'court-heading',
  'caption',
  'left',
  'right',
  'filer',
  'signature',
  'key-value',
  'table',
  'paragraphs',
  'checkbox',
] as const;
export type GroupName = (typeof groupNames)[number];

/** What asks or repeats, and prints nothing of its own. */
export type ControlBlock =
  | { readonly type: 'when'; readonly field: FieldName; readonly test: Test; readonly blocks: readonly TemplateBlock[] }
  | { readonly type: 'each'; readonly list: FieldName; readonly blocks: readonly TemplateBlock[] };

export type PrintedBlock =
  | { readonly type: 'paragraph' | 'quote'; readonly inlines: readonly TemplateInline[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly inlines: readonly TemplateInline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly TemplateInline[])[] }
  | { readonly type: 'rule' | 'page-break' | 'perjury' }
  | { readonly type: 'spacer'; readonly points: number }
  | {
      readonly type: 'group';
      readonly name: GroupName;
      readonly attributes: Readonly<Record<string, string>>;
      readonly blocks: readonly TemplateBlock[];
    };

export type TemplateBlock = PrintedBlock | ControlBlock;

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly language: TextLanguage;
  readonly kind: DocumentKind;
  /** False: this wording is the office's own and no attorney has confirmed it yet. */
  readonly reviewed: boolean;
  readonly source: string;
  /** Fields without which the document cannot become ready. */
  readonly needs: readonly FieldName[];
  /** How paragraphs are set unless a group says otherwise. */
  readonly body: 'single' | 'double';
  readonly blocks: readonly TemplateBlock[];
  /** The file's text, whose hash a review is bound to. */
  readonly text: string;
}

export interface TemplateProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly expected: string;
  readonly came: string;
}
