import { type FormEvent, useEffect, useRef, useState } from 'react';
import { openVault, type Refusal, recoverVault } from '#renderer/features/start/begin.ts';
import { SecretField } from '#renderer/ui/secret-field.tsx';
import { asKey, type Key, useT } from '#renderer/i18n/i18n.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Result } from '#shared/errors.ts';
import type { Answer } from '#shared/ipc/contract.ts';

type Status = Answer<'unlock.status'>;

const because: Readonly<Partial<Record<Status['lockedBecause'], Key>>> = {
  idle: 'unlock.because.idle',
  suspend: 'unlock.because.suspend',
  error: 'unlock.because.error',
};

interface UnlockFormProps {
  readonly status: Status;
  readonly refusal: Refusal | null;
  readonly onBegin: (begun: Promise<Result<true>>) => void;
  readonly onSample: () => void;
}

/** One field, one button. After five wrong tries the wait grows; nothing is ever wiped. */
export function UnlockForm({ status, refusal, onBegin, onSample }: UnlockFormProps) {
  const t = useT();
  const [isRecovery, setRecovery] = useState(false);
  const [secret, setSecret] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const wait = useCountdown(refusal?.waitSeconds ?? status.waitSeconds);
  const reason = because[status.lockedBecause];
  const problem = refusal === null ? null : t(asKey(`errors.${refusal.failure.code}`), refusal.failure.detail);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is ready for the next try after each refusal
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [refusal, isRecovery]);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (wait > 0 || secret.trim() === '') return;
    onBegin(isRecovery ? recoverVault('real', secret) : openVault('real', secret));
  }
  return (
    <form className="u-step u-unlock" onSubmit={onSubmit}>
      <h1>{t('unlock.title')}</h1>
      {reason !== undefined && <p className="u-lead">{t(reason)}</p>}
      {isRecovery ? (
        <TextField
          ref={field}
          label={t('unlock.code')}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
          help={t('unlock.codeHelp')}
          problem={problem}
          autoFocus
        />
      ) : (
        <SecretField
          ref={field}
          label={t('unlock.passphrase')}
          value={secret}
          onChange={setSecret}
          problem={problem}
          autoFocus
        />
      )}
      {wait > 0 && (
        <p className="u-wait" role="status">
          {t('unlock.wait', { count: wait })}
        </p>
      )}
      <div className="u-row">
        <Button variant="primary" type="submit" disabled={wait > 0}>
          {t('unlock.unlock')}
        </Button>
        <LinkButton
          onClick={() => {
            setSecret('');
            setRecovery(!isRecovery);
          }}
        >
          {t(isRecovery ? 'unlock.usePassphrase' : 'unlock.useCode')}
        </LinkButton>
      </div>
      <p className="u-note u-other">
        <LinkButton onClick={onSample}>{t('unlock.openSample')}</LinkButton>
      </p>
    </form>
  );
}

/** Whole seconds down to zero. */
function useCountdown(from: number): number {
  const [left, setLeft] = useState(Math.ceil(from));
  useEffect(() => setLeft(Math.ceil(from)), [from]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
