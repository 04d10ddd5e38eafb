import { useEffect, useState } from 'react';
import { makeVault, nobodyYet, openSample, type Refusal } from '#renderer/features/start/begin.ts';
import { PassphraseStep } from '#renderer/features/start/passphrase-step.tsx';
import { Welcome } from '#renderer/features/start/welcome.tsx';
import { YouStep } from '#renderer/features/start/you-step.tsx';
import { asKey, setLanguage, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import type { Result } from '#shared/errors.ts';
import type { Answer } from '#shared/ipc/contract.ts';
import { Deriving } from './deriving.tsx';
import { UnlockForm } from './unlock-form.tsx';

type Status = Answer<'unlock.status'>;
type Step = 'welcome' | 'you' | 'passphrase' | 'unlock';

function firstStep(status: Status): Step {
  if (status.real !== 'absent') return 'unlock';
  // "New client" in the sample vault leads here with the mind set on a vault of one's own.
  return status.last === 'real' ? 'you' : 'welcome';
}

/** A vault that is there but cannot be opened: the code of what to say. */
const stateCode = { unreadable: 'header-unreadable', newer: 'vault-newer-version', weak: 'header-weak' } as const;

/** The small window before anything is open: first start, or one field to unlock. */
export function UnlockApp({ status }: { readonly status: Status }) {
  const t = useT();
  const language = useLanguage();
  const [step, setStep] = useState<Step>(firstStep(status));
  const [you, setYou] = useState(nobodyYet);
  const [deriving, setDeriving] = useState<'open' | 'new' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(
    () =>
      window.amparo.onNotice((notice) => {
        if (notice.kind !== 'unlock-failed') return;
        setDeriving(null);
        setRefusal({ failure: { code: notice.code, detail: notice.detail }, waitSeconds: notice.waitSeconds });
      }),
    [],
  );

  function follow(begun: Promise<Result<true>>, kind: 'open' | 'new'): void {
    setDeriving(kind);
    setRefusal(null);
    // The language of the system counts as chosen once somebody went on with it.
    void window.amparo.app.setPreferences({ language });
    void begun.then((result) => {
      if (result.ok) return;
      const waitSeconds = Number(result.detail.waitSeconds ?? 0);
      setDeriving(null);
      setRefusal({ failure: result, waitSeconds });
    });
  }
  const look = (): void => follow(openSample(status.sample === 'present', language), 'open');

  return (
    <div className="u-page">
      <header className="u-header">
        <span className="u-brand">{t('app.name')}</span>
        <LanguageChoice />
      </header>
      <main className="u-main">
        <Trouble status={status} refusal={step === 'unlock' && status.real === 'present' ? null : refusal} />
        {deriving !== null && <Deriving isNew={deriving === 'new'} />}
        <div hidden={deriving !== null}>
          {step === 'welcome' && <Welcome onLook={look} onStart={() => setStep('you')} />}
          {step === 'you' && (
            <YouStep
              you={you}
              onChange={setYou}
              onNext={() => setStep('passphrase')}
              onBack={() => setStep('welcome')}
            />
          )}
          {step === 'passphrase' && (
            <PassphraseStep
              onMake={(passphrase) => follow(makeVault(passphrase, you, language), 'new')}
              onBack={() => setStep('you')}
            />
          )}
          {step === 'unlock' && status.real === 'present' && (
            <UnlockForm status={status} refusal={refusal} onBegin={(begun) => follow(begun, 'open')} onSample={look} />
          )}
        </div>
      </main>
    </div>
  );
}

function Trouble({ status, refusal }: { readonly status: Status; readonly refusal: Refusal | null }) {
  const t = useT();
  const code = status.real === 'present' || status.real === 'absent' ? null : stateCode[status.real];
  if (code === null && refusal === null) return null;
  return (
    <div className="u-trouble">
      {code !== null && (
        <Banner tone="danger" title={t('unlock.cannotOpen')}>
          {t(asKey(`errors.${code}`))}
        </Banner>
      )}
      {refusal !== null && (
        <Banner tone="danger" title={t('unlock.didNotWork')}>
          {t(asKey(`errors.${refusal.failure.code}`), refusal.failure.detail)}
        </Banner>
      )}
    </div>
  );
}

function LanguageChoice() {
  const t = useT();
  const language = useLanguage();
  function choose(one: 'en' | 'es'): void {
    setLanguage(one);
    void window.amparo.app.setPreferences({ language: one });
  }
  return (
    <fieldset className="u-language" aria-label={t('status.language')}>
      {(['en', 'es'] as const).map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={language === one} onClick={() => choose(one)}>
          {one === 'en' ? 'English' : 'Español'}
        </button>
      ))}
    </fieldset>
  );
}
