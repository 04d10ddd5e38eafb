/** Asks who is at work for their passphrase again, where a laptop left open must not be enough. */
import './record.css';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { deriveProof } from '#renderer/store/derive-slot.ts';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SecretField } from '#renderer/ui/secret-field.tsx';
import type { Id } from '#shared/domain/base.ts';
import { type Failure, type Result, toFailure } from '#shared/errors.ts';

export interface Present {
  /** The field for the present passphrase or recovery code, and what went wrong. */
  readonly field: ReactNode;
  readonly isBusy: boolean;
  /** Runs `use` with the ticket of what was typed; true when it succeeded. Nothing is run twice at once. */
  run(use: (proof: Id) => Promise<Result<unknown>>): Promise<boolean>;
}

export function usePresent({ autoFocus = false }: { readonly autoFocus?: boolean } = {}): Present {
  const t = useT();
  const { data } = useQuery('accessList', undefined);
  const [typed, setTyped] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);
  const isWrong = failure?.code === 'wrong-passphrase';

  async function run(use: (proof: Id) => Promise<Result<unknown>>): Promise<boolean> {
    if (isRunning.current || data === undefined) return false;
    setMissing(typed.trim() === '');
    if (typed.trim() === '') return false;
    isRunning.current = true;
    setBusy(true);
    const slots = data.people.find(({ isYou }) => isYou)?.slotIds ?? [];
    const proof = await deriveProof(typed, slots);
    const done = proof.ok ? await use(proof.value).catch(toFailure) : proof;
    isRunning.current = false;
    setBusy(false);
    setFailure(done.ok ? null : done);
    return done.ok;
  }
  function problem(): string | null {
    if (isMissing) return t('access.presentNeeded');
    return isWrong ? t('access.presentWrong') : null;
  }
  const field = (
    <>
      <SecretField
        label={t('access.present')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setMissing(false);
        }}
        problem={problem()}
        help={t('access.presentWhy')}
        autoFocus={autoFocus}
      />
      {failure !== null && !isWrong && (
        <Banner tone="danger" title={t(failure.code === 'access-unfinished' ? 'access.unfinished' : 'access.failed')}>
          {t(asKey(`errors.${failure.code}`), failure.detail)}
        </Banner>
      )}
    </>
  );
  return { field, isBusy, run };
}

interface PresentDialogProps {
  readonly title: string;
  /** What stands on the button that does it. */
  readonly submit: string;
  readonly isDanger?: boolean;
  readonly use: (proof: Id) => Promise<Result<unknown>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A change of who can open the vault: what it does, the present passphrase, and the button. */
export function PresentDialog({ title, submit, isDanger, use, onDone, onClose, children }: PresentDialogProps) {
  const t = useT();
  const present = usePresent({ autoFocus: true });
  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (await present.run(use)) onDone();
  }
  return (
    <Dialog title={title} opened onClose={onClose}>
      <form className="r-present" onSubmit={(event) => void onSubmit(event)}>
        {children}
        {present.field}
        <p className="a-muted" role="status">
          {present.isBusy && t('access.checking')}
        </p>
        <div className="a-dialog-foot">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} type="submit" busy={present.isBusy}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
