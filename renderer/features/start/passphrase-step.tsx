import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { newWords, wordsTyped } from '#renderer/ui/passphrase-words.ts';
import { SecretField } from '#renderer/ui/secret-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { checkOwnPassphrase, normalizePassphrase } from '#shared/vault/passphrase.ts';
import { Steps } from './steps.tsx';

interface PassphraseStepProps {
  readonly onMake: (passphrase: string) => void;
  readonly onBack: () => void;
}

/** The passphrase: generated words typed once, or one's own. */
export function PassphraseStep({ onMake, onBack }: PassphraseStepProps) {
  const t = useT();
  const language = useLanguage();
  const [words, setWords] = useState<readonly string[]>([]);
  const [isOwn, setOwn] = useState(false);
  const draw = useCallback(() => void newWords(language).then(setWords), [language]);
  useEffect(draw, [draw]);

  return (
    <div className="u-step">
      <Steps at={2} />
      <h1>{t('start.pass.title')}</h1>
      {isOwn ? (
        <OwnPassphrase onMake={onMake} onBack={onBack} onWords={() => setOwn(false)} />
      ) : (
        <WordsPassphrase words={words} onNew={draw} onOwn={() => setOwn(true)} onMake={onMake} onBack={onBack} />
      )}
    </div>
  );
}

interface WordsProps extends PassphraseStepProps {
  readonly words: readonly string[];
  readonly onNew: () => void;
  readonly onOwn: () => void;
}

function WordsPassphrase({ words, onNew, onOwn, onMake, onBack }: WordsProps) {
  const t = useT();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const right = wordsTyped(words, typed);
  const isRight = words.length > 0 && right === words.length;

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (isRight) onMake(words.join(' '));
    else setProblem(t('start.pass.notYet', { right, all: words.length }));
  }
  return (
    <form className="u-form" onSubmit={onSubmit}>
      <p className="u-lead">{t('start.pass.write')}</p>
      <ol className="u-words" aria-label={t('start.pass.words')} lang={language}>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <div className="u-row">
        <Button
          leftIcon="refresh"
          onClick={() => {
            setTyped('');
            onNew();
          }}
        >
          {t('start.pass.newWords')}
        </Button>
        <Button variant="quiet" onClick={onOwn}>
          {t('start.pass.useOwn')}
        </Button>
      </div>
      <TextField
        label={t('start.pass.typeOnce')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(null);
        }}
        problem={isRight ? null : problem}
        help={
          <span className="u-match" data-right={isRight || undefined}>
            <Icon name={isRight ? 'done' : 'pending'} size={14} />
            {isRight ? t('start.pass.allRight') : t('start.pass.someRight', { right, all: words.length })}
          </span>
        }
        lang={language}
        autoFocus
      />
      <p className="u-note">{t('start.pass.why')}</p>
      <div className="u-foot">
        <Button onClick={onBack}>{t('ui.back')}</Button>
        <span className="u-space" />
        <Button variant="primary" type="submit">
          {t('ui.continue')}
        </Button>
      </div>
    </form>
  );
}

function OwnPassphrase({ onMake, onBack, onWords }: PassphraseStepProps & { readonly onWords: () => void }) {
  const t = useT();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [tried, setTried] = useState(false);
  const checked = checkOwnPassphrase(first);
  const isSame = normalizePassphrase(first) === normalizePassphrase(second);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (checked.ok && isSame) onMake(checked.value.passphrase);
  }
  const estimate = checked.ok
    ? t(checked.value.bits >= 60 ? 'start.pass.bitsGood' : 'start.pass.bitsWeak', { bits: checked.value.bits })
    : t('start.pass.ownHelp', { count: [...normalizePassphrase(first)].length });
  return (
    <form className="u-form" onSubmit={onSubmit}>
      <p className="u-lead">{t('start.pass.ownText')}</p>
      <SecretField
        label={t('start.pass.own')}
        value={first}
        onChange={setFirst}
        help={estimate}
        problem={tried && !checked.ok ? t(asKey(`errors.${checked.code}`), checked.detail) : null}
        isNew
        autoFocus
      />
      <SecretField
        label={t('start.pass.again')}
        value={second}
        onChange={setSecond}
        problem={tried && checked.ok && !isSame ? t('start.pass.different') : null}
        isNew
      />
      <p className="u-note">{t('start.pass.why')}</p>
      <div className="u-foot">
        <Button onClick={onBack}>{t('ui.back')}</Button>
        <Button variant="quiet" onClick={onWords}>
          {t('start.pass.useWords')}
        </Button>
        <span className="u-space" />
        <Button variant="primary" type="submit">
          {t('ui.continue')}
        </Button>
      </div>
    </form>
  );
}
