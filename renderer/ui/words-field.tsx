import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { type Answer, answered, type Words, words as wordsSchema } from '#shared/domain/base.ts';
import { guessLanguage } from '#shared/domain/language-guess.ts';
import { languageLabel, sameLanguage } from '#shared/reference/languages.ts';
import { Button } from './button.tsx';
import { languageOptions } from './language-options.ts';
import { NoAnswerPicker } from './no-answers.tsx';
import { usePending } from './pending.ts';
import { Tag } from './tag.tsx';
import { TextArea } from './text-field.tsx';

interface WordsFieldProps {
  readonly label: string;
  readonly value: Answer<Words>;
  readonly onChange: (answer: Answer<Words>) => void;
  /** Called while typing with what stands there now, to keep it in a pending slot. */
  readonly onPending?: (answer: Answer<Words>) => void;
  readonly defaultLanguage: string;
  readonly minRows?: number;
  readonly help?: ReactNode;
  /** Longest text; over it stands why. */
  readonly 'data-slot'?: string;
}

type Side = 'original' | 'en' | 'es';

function textOf(words: Words | null, side: Side): string {
  if (words === null) return '';
  return side === 'original' ? words.text : (words.translations[side]?.text ?? '');
}

/** The words after one side was typed; a changed translation, and every translation of changed words, is a draft again. */
export function withSide(words: Words, side: Side, text: string): Words {
  if (side === 'original') return withState({ ...words, text }, 'draft', 'en', 'es');
  const translations = { ...words.translations };
  if (text.trim() === '') delete translations[side];
  else translations[side] = { text, state: 'draft', by: translations[side]?.by ?? '' };
  return { ...words, translations };
}

/** The words with the translations of some sides marked as drafts or as checked by somebody who knows both languages. */
export function withState(words: Words, state: 'draft' | 'checked', ...sides: ('en' | 'es')[]): Words {
  const translations = { ...words.translations };
  for (const side of sides) {
    const translation = translations[side];
    if (translation !== undefined) translations[side] = { ...translation, state };
  }
  return { ...words, translations };
}

/**
 * The client's words in their own language beside the English, and beside the Spanish when the original is another
 * language. A missing translation is marked and stops nothing.
 */
export function WordsField(props: WordsFieldProps) {
  const { label, value, onChange, onPending, defaultLanguage } = props;
  const t = useT();
  const screen = useLanguage();
  const kept = value.status === 'answered' ? value.value : null;
  const [typed, setTyped] = useState<Words>(kept ?? { text: '', language: defaultLanguage, translations: {} });
  const [denied, setDenied] = useState<string | null>(null);
  const isTyping = useRef(false);
  const stamp = JSON.stringify(value);
  const isFirst = useRef(true);
  const pending = usePending(label, props['data-slot'], (found) => {
    const read = wordsSchema.safeParse(found);
    if (!read.success) return;
    isTyping.current = true;
    setTyped(read.data);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the kept value by content
  useEffect(() => {
    if (isTyping.current) return;
    setTyped(kept ?? { text: '', language: defaultLanguage, translations: {} });
    // What was typed has arrived in the record: only now the slot is empty.
    if (!isFirst.current) pending.drop();
    isFirst.current = false;
  }, [stamp, defaultLanguage]);

  const isEmpty = (words: Words): boolean => words.text.trim() === '' && Object.keys(words.translations).length === 0;
  const asAnswer = (words: Words): Answer<Words> => (isEmpty(words) ? { status: 'notAsked' } : answered(words));

  function type(side: Side, text: string): void {
    isTyping.current = true;
    const next = withSide(typed, side, text);
    setTyped(next);
    pending.keep(next);
    onPending?.(asAnswer(next));
  }
  function keep(): void {
    isTyping.current = false;
    const next = asAnswer(typed);
    const isSame = value.status !== 'answered' && next.status !== 'answered';
    if (isSame || JSON.stringify(next) === stamp) pending.drop();
    else onChange(next);
  }
  function changeLanguage(language: string): void {
    const next = { ...typed, language };
    setTyped(next);
    if (!isEmpty(next)) onChange(answered(next));
  }

  function check(side: 'en' | 'es', isChecked: boolean): void {
    const next = withState(typed, isChecked ? 'checked' : 'draft', side);
    setTyped(next);
    onChange(answered(next));
  }

  const others = (['en', 'es'] as const).filter((side) => side !== typed.language);
  const { slot } = pending;
  // Asked once the words are kept, so that nothing jumps under the typing hand.
  const guess = kept === null ? null : guessLanguage(kept.text);
  const isAsked = guess !== null && !sameLanguage(guess, typed.language) && denied !== guess;
  return (
    <fieldset className="a-words" aria-label={label}>
      <TextArea
        label={
          <>
            {label} <span className="a-label-note">· {languageLabel(typed.language, screen)}</span>
          </>
        }
        aside={
          <span className="a-words-aside">
            <NoAnswerPicker label={label} value={value} onChange={onChange} />
            <select
              className="a-linkish"
              aria-label={t('words.languageOf', { label })}
              value={typed.language}
              onChange={(event) => changeLanguage(event.target.value)}
            >
              {languageOptions(screen).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </span>
        }
        help={props.help}
        lang={typed.language}
        minRows={props.minRows ?? 3}
        value={typed.text}
        onChange={(event) => type('original', event.target.value)}
        onBlur={keep}
        data-slot={slot}
      />
      {others.map((side) => {
        const text = textOf(typed, side);
        const isChecked = typed.translations[side]?.state === 'checked';
        return (
          <TextArea
            key={side}
            label={t(side === 'en' ? 'words.inEnglish' : 'words.inSpanish', { label })}
            aside={
              <TranslationState
                side={side}
                hasOriginal={typed.text.trim() !== ''}
                hasText={text.trim() !== ''}
                isChecked={isChecked}
                onCheck={(now) => check(side, now)}
              />
            }
            lang={side}
            minRows={props.minRows ?? 3}
            placeholder={typed.text.trim() === '' ? undefined : t('words.notTranslatedYet')}
            value={text}
            onChange={(event) => type(side, event.target.value)}
            onBlur={keep}
            data-slot={slot === undefined ? undefined : `${slot}:${side}`}
          />
        );
      })}
      {isAsked ? (
        <LanguageQuestion
          guess={guess}
          label={typed.language}
          onYes={() => changeLanguage(guess)}
          onNo={() => setDenied(guess)}
        />
      ) : null}
    </fieldset>
  );
}

/** The words plainly are another language than their label says: a person decides, one press changes it. */
function LanguageQuestion(props: {
  readonly guess: string;
  readonly label: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const t = useT();
  const screen = useLanguage();
  const language = languageLabel(props.guess, screen);
  return (
    <div className="a-words-ask" role="status">
      <Tag tone="warning" icon="language">
        {t('words.looksLike', { language })}
      </Tag>
      <Button size="sm" onClick={props.onYes}>
        {t('words.isLanguage', { language })}
      </Button>
      <Button size="sm" variant="quiet" onClick={props.onNo}>
        {t('words.staysLanguage', { language: languageLabel(props.label, screen) })}
      </Button>
    </div>
  );
}

/** Missing, a draft, or checked: only a checked translation is printed without a mark. */
function TranslationState(props: {
  readonly side: 'en' | 'es';
  readonly hasOriginal: boolean;
  readonly hasText: boolean;
  readonly isChecked: boolean;
  readonly onCheck: (isChecked: boolean) => void;
}) {
  const t = useT();
  if (!props.hasText) return props.hasOriginal ? <Tag tone="warning">{t('words.toTranslate')}</Tag> : null;
  const language = t(props.side === 'en' ? 'words.inEnglish' : 'words.inSpanish');
  return (
    <label className="a-words-checked">
      <input
        type="checkbox"
        aria-label={`${language}: ${t('words.checked')}`}
        checked={props.isChecked}
        onChange={(event) => props.onCheck(event.target.checked)}
      />
      <span>{t('words.checked')}</span>
    </label>
  );
}
