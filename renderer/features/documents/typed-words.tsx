/** A short text that stands alike in both columns, worded for each: clears its point on the list without passing over it. */
import { useState } from 'react';
import { guessLanguage } from '#shared/domain/language-guess.ts';
import type { Side } from '#shared/documents/build/sentences.ts';
import type { TypedText } from '#shared/documents/typed-texts.ts';
import { wordFact } from '#shared/documents/word-fact.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { OpenDocument } from './use-document.ts';

interface TypedWordsProps {
  readonly document: OpenDocument;
  readonly typed: readonly TypedText[];
}

export function TypedWords({ document, typed }: TypedWordsProps) {
  const t = useT();
  return (
    <div className="d-typed">
      <p className="d-quiet">{t('ready.typed.both')}</p>
      {typed.map((one) => (
        <OneText key={`${one.ref.id}.${one.ref.field}`} document={document} typed={one} />
      ))}
    </div>
  );
}

const sides: readonly Side[] = ['en', 'es'];

function OneText({ document: { act, tools }, typed }: { readonly document: OpenDocument; readonly typed: TypedText }) {
  const t = useT();
  const screen = useLanguage();
  const [words, setWords] = useState<Record<Side, string>>(() => {
    // Few short texts tell their language; then it is most often the one of whoever types. Both are seen before they count.
    const guess = guessLanguage(typed.text) ?? screen;
    return { en: guess === 'en' ? typed.text : '', es: guess === 'es' ? typed.text : '' };
  });
  const isWhole = words.en.trim() !== '' && words.es.trim() !== '';
  const save = (): void => {
    if (isWhole) void act('draft.worded', (draft) => wordFact(draft, typed.ref, words, tools));
  };
  return (
    <form
      className="d-typed-one"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {sides.map((side) => (
        <TextField
          key={side}
          label={t(`ready.typed.${side}`, { text: typed.text })}
          value={words[side]}
          lang={side}
          onChange={(event) => setWords({ ...words, [side]: event.target.value })}
        />
      ))}
      <Button size="sm" type="submit" disabled={!isWhole}>
        {t('ready.typed.save')}
      </Button>
    </form>
  );
}
