/** An item of the list before signing in words. */
import type { ReadyItem } from '#shared/documents/named-list.ts';
import { languageLabel } from '#shared/reference/languages.ts';
import { asKey, type Translate } from '#renderer/i18n/i18n.ts';
import type { Tone } from '#renderer/ui/tag.tsx';

/** The first words of a sentence, as far as a chip has room. */
function shortened(text: string): string {
  if (text.length <= 70) return text;
  return `${text.slice(0, 70).replace(/\s+\S*$/, '')} …`;
}

export function readyText(item: ReadyItem, t: Translate, language: 'en' | 'es'): string {
  const label =
    item.admission !== null
      ? t(`admission.${item.admission}`)
      : item.carried !== null
        ? t(`ready.carried.${item.carried}`)
        : item.code === 'notUnderstood'
          ? languageLabel(item.label, language)
          : item.code === 'translationDraft'
            ? t(item.key.endsWith('.es') ? 'ready.intoSpanish' : 'ready.intoEnglish')
            : item.says !== null
              ? shortened(item.says[language])
              : item.label;
  const missing = item.missing.map((one) => t(`ready.certificate.${one}`)).join(', ');
  const text = t(asKey(`ready.item.${item.code}`), { label, missing, count: item.count });
  return item.number === null ? text : `${t('ready.paragraph', { number: item.number })} ${text}`;
}

export function readyTone(item: ReadyItem): Tone {
  if (item.isOverridden) return 'neutral';
  if (item.code === 'factsNew') return 'warning';
  if (!item.canOverride || item.code === 'factsChanged') return 'danger';
  return item.code === 'gap' || item.code === 'outOfStep' || item.code === 'translationDraft' ? 'warning' : 'neutral';
}
