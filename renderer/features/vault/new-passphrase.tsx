import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { newWords, wordsTyped } from '#renderer/ui/passphrase-words.ts';
import { SecretField } from '#renderer/ui/secret-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { checkOwnPassphrase, normalizePassphrase } from '#shared/vault/passphrase.ts';

interface NewPassphraseProps {
  /** What stands on the button that ends the form. */
  readonly submit: string;
  readonly isBusy: boolean;
  readonly onChosen: (passphrase: string) => void;
  readonly onCancel: () => void;
  /** Fields of the same form above the passphrase. */
  readonly children?: ReactNode;
}

/** Generated words, typed once, or a passphrase of one's own, typed twice. */
export function NewPassphrase(props: NewPassphraseProps) {
  const t = useT();
  const language = useLanguage();
  const [words, setWords] = useState<readonly string[]>([]);
  const [isOwn, setOwn] = useState(false);
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const draw = useCallback(() => void newWords(language).then(setWords), [language]);
  useEffect(draw, [draw]);

  const right = wordsTyped(words, typed);
  const own = checkOwnPassphrase(typed);
  const isSame = normalizePassphrase(typed) === normalizePassphrase(again);
  const chosen = isOwn
    ? own.ok && isSame && own.value.passphrase
    : words.length > 0 && right === words.length && words.join(' ');

  function startOver(asOwn: boolean): void {
    setOwn(asOwn);
    setTyped('');
    setAgain('');
    setTried(false);
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (chosen !== false && !props.isBusy) props.onChosen(chosen);
  }
  const counts = { right, all: words.length };
  return (
    <form className="v-sheet" onSubmit={onSubmit}>
      {props.children}
      {isOwn ? (
        <>
          <SecretField
            label={t('start.pass.own')}
            value={typed}
            onChange={setTyped}
            help={
              own.ok
                ? t(own.value.bits >= 60 ? 'start.pass.bitsGood' : 'start.pass.bitsWeak', { bits: own.value.bits })
                : t('start.pass.ownHelp', { count: [...normalizePassphrase(typed)].length })
            }
            problem={isTried && !own.ok ? t(asKey(`errors.${own.code}`), own.detail) : null}
            isNew
            autoFocus
          />
          <SecretField
            label={t('start.pass.again')}
            value={again}
            onChange={setAgain}
            problem={isTried && own.ok && !isSame ? t('start.pass.different') : null}
            isNew
          />
        </>
      ) : (
        <>
          <ol className="v-words" aria-label={t('start.pass.words')} lang={language}>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <TextField
            label={t('start.pass.typeOnce')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            problem={isTried && chosen === false ? t('start.pass.notYet', counts) : null}
            help={chosen === false ? t('start.pass.someRight', counts) : t('start.pass.allRight')}
            lang={language}
          />
        </>
      )}
      <div className="v-row">
        {isOwn ? (
          <Button variant="quiet" onClick={() => startOver(false)}>
            {t('start.pass.useWords')}
          </Button>
        ) : (
          <>
            <Button
              leftIcon="refresh"
              onClick={() => {
                startOver(false);
                draw();
              }}
            >
              {t('start.pass.newWords')}
            </Button>
            <Button variant="quiet" onClick={() => startOver(true)}>
              {t('start.pass.useOwn')}
            </Button>
          </>
        )}
      </div>
      <p className="a-muted" role="status">
        {props.isBusy && t('access.working')}
      </p>
      <div className="a-dialog-foot">
        <Button onClick={props.onCancel}>{t('ui.cancel')}</Button>
        <Button variant="primary" type="submit" busy={props.isBusy}>
          {props.submit}
        </Button>
      </div>
    </form>
  );
}
