/** The clause of 28 U.S.C. 1746: its own words, chosen by the place of signing. */
import type { Place } from '#shared/domain/base.ts';
import type { TextLanguage } from '#shared/domain/date-words.ts';
import { countryOfPlace, type SigningForm, signingForm, statute } from '#shared/reference/statutes.ts';
import type { Block, Inline } from './tree.ts';

export interface PerjuryClause {
  readonly form: SigningForm;
  readonly text: string;
  /** False for a translation: only the English words are the statute's own. */
  readonly reviewed: boolean;
}

/**
 * (1) outside the United States and when the place is not known, (2) inside. The statute's English words; in
 * another language the translation of the reference, not reviewed.
 */
export function perjuryClause(place: Place | null, language: TextLanguage = 'en'): PerjuryClause {
  const form = signingForm(place);
  const entry = statute(form);
  if (language === 'en') return { form, text: entry.printed, reviewed: entry.reviewed };
  const translation = entry.translations[language];
  if (!translation) throw new Error(`no translation of ${form} into ${language}`);
  return { form, text: translation.text, reviewed: translation.reviewed };
}

const words: Readonly<Record<TextLanguage, readonly [string, string]>> = {
  en: [' Executed on ', ', at '],
  es: [' Firmado el ', ', en '],
  pt: [' Assinado em ', ', em '],
  ht: [' Siyen nan dat ', ', nan '],
};

/** The clause with blank lines for date and place: both are filled in by hand when it is signed. */
export function perjuryBlocks(place: Place | null, language: TextLanguage): Block[] {
  const [on, at] = words[language];
  const inlines: Inline[] = [
    { type: 'text', text: `${perjuryClause(place, language).text}${on}` },
    { type: 'blank', points: 120 },
    { type: 'text', text: at },
    { type: 'blank', points: 170 },
    { type: 'text', text: '.' },
  ];
  return [
    {
      type: 'paragraph',
      id: 'perjury',
      numbered: false,
      align: 'left',
      indent: 36,
      inlines,
      spacing: 'double',
      keepWithNext: true,
    },
  ];
}

/**
 * Whether the place where it was signed contradicts the clause that was printed: form (2) signed outside the United
 * States. Form (1) signed inside does no harm (its words say more), and a place not known contradicts nothing.
 */
export function contradictsClause(printed: SigningForm, signedAt: Place | null): boolean {
  const country = countryOfPlace(signedAt);
  return printed === '1746-2' && country !== null && country !== 'US';
}
