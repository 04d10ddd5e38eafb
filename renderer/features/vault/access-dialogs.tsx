import { useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import type { AccessRow } from '#renderer/store/contract.ts';
import { deriveProof, deriveSlot } from '#renderer/store/derive-slot.ts';
import { newId, useOffice, useStore } from '#renderer/store/use-store.tsx';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { SecretField } from '#renderer/ui/secret-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { type Role, roles } from '#shared/domain/roles.ts';
import type { Failure, Result } from '#shared/errors.ts';
import { NewPassphrase } from './new-passphrase.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

function Refused({ failure }: { readonly failure: Failure | null }) {
  const t = useT();
  if (failure === null) return null;
  return (
    <Banner tone="danger" title={t(failure.code === 'access-unfinished' ? 'access.unfinished' : 'access.failed')}>
      {t(asKey(`errors.${failure.code}`), failure.detail)}
    </Banner>
  );
}

/** A key for a new passphrase, then what it is for; the dialog stays with what went wrong. */
function useNewSlot() {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function run(passphrase: string, use: (ticket: string) => Promise<Result<true>>): Promise<boolean> {
    setBusy(true);
    const ticket = await deriveSlot(passphrase);
    const done = ticket.ok ? await use(ticket.value) : ticket;
    setBusy(false);
    setFailure(done.ok ? null : done);
    return done.ok;
  }
  return { isBusy, failure, run };
}

/** A new passphrase for whoever is at work. */
export function PassphraseDialog({ slotIds, onClose }: DialogProps & { readonly slotIds: readonly string[] }) {
  const t = useT();
  const store = useStore();
  const [present, setPresent] = useState('');
  const [isTried, setTried] = useState(false);
  const { isBusy, failure, run } = useNewSlot();
  const isWrong = failure?.code === 'wrong-passphrase';
  async function change(passphrase: string): Promise<void> {
    setTried(true);
    if (present.trim() === '') return;
    const isDone = await run(passphrase, async (ticket) => {
      const proof = await deriveProof(present, slotIds);
      return proof.ok ? store.request('passphraseChange', { proof: proof.value, ticket }) : proof;
    });
    if (!isDone) return;
    showToast({ tone: 'accent', text: t('access.changed') });
    onClose();
  }
  function presentProblem(isEmpty: boolean, isNotIt: boolean): string | null {
    if (isEmpty) return t('access.presentNeeded');
    return isNotIt ? t('access.presentWrong') : null;
  }
  return (
    <Dialog title={t('access.changeTitle')} opened onClose={onClose}>
      <NewPassphrase
        submit={t('access.change')}
        isBusy={isBusy}
        onChosen={(passphrase) => void change(passphrase)}
        onCancel={onClose}
      >
        <p className="v-text">{t('access.changeText')}</p>
        <SecretField
          label={t('access.present')}
          value={present}
          onChange={setPresent}
          problem={presentProblem(isTried && present.trim() === '', isWrong)}
        />
        <Refused failure={isWrong ? null : failure} />
      </NewPassphrase>
    </Dialog>
  );
}

const somebodyNew = 'new';

/** A passphrase for another person of the office, or for somebody new. */
export function AddAccessDialog({ people, onClose }: DialogProps & { readonly people: readonly AccessRow[] }) {
  const t = useT();
  const store = useStore();
  const { file: office } = useOffice();
  const without = Object.values(office?.members ?? {}).filter(
    (member) => member.deleted === null && people.every(({ memberId }) => memberId !== member.id),
  );
  const [who, setWho] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [chosenRole, setRole] = useState<Role | null>(null);
  const [isTried, setTried] = useState(false);
  const { isBusy, failure, run } = useNewSlot();
  const member = without.find(({ id }) => id === (who ?? without[0]?.id));
  const role = chosenRole ?? member?.role ?? 'intakeVolunteer';
  const fullName = (member?.name ?? name).trim();

  async function add(passphrase: string): Promise<void> {
    setTried(true);
    if (member === undefined && fullName === '') return;
    const memberId = member?.id ?? newId();
    const given = { memberId, role, ...(member === undefined && { name: fullName }) };
    if (!(await run(passphrase, (ticket) => store.request('accessAdd', { ...given, ticket })))) return;
    showToast({ tone: 'accent', text: t('access.added', { name: fullName || t('settings.noName') }) });
    onClose();
  }
  return (
    <Dialog title={t('access.add')} opened onClose={onClose}>
      <NewPassphrase
        submit={t('access.add')}
        isBusy={isBusy}
        onChosen={(passphrase) => void add(passphrase)}
        onCancel={onClose}
      >
        {without.length > 0 && (
          <NativeSelectField
            label={t('access.who')}
            value={member?.id ?? somebodyNew}
            options={[
              ...without.map(({ id, name: known }) => ({ value: id, label: known || t('settings.noName') })),
              { value: somebodyNew, label: t('access.somebodyNew') },
            ]}
            onChange={setWho}
          />
        )}
        {member === undefined && (
          <TextField
            label={t('access.newName')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            problem={isTried && fullName === '' ? t('access.nameNeeded') : null}
          />
        )}
        <NativeSelectField
          label={t('settings.role')}
          value={role}
          options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          onChange={(next) => setRole(roles.find((one) => one === next) ?? null)}
          help={t(`access.sees.${role}`)}
        />
        <p className="v-text">{t('access.handOver')}</p>
        <Refused failure={failure} />
      </NewPassphrase>
    </Dialog>
  );
}

/** Asks before access is taken away. */
export function RemoveAccessDialog({ row, onClose }: DialogProps & { readonly row: AccessRow }) {
  const t = useT();
  const store = useStore();
  const [failure, setFailure] = useState<Failure | null>(null);
  const name = row.name || t('settings.noName');
  async function remove(): Promise<void> {
    const done = await store.request('accessRemove', { memberId: row.memberId });
    if (!done.ok) return setFailure(done);
    showToast({ tone: 'accent', text: t('access.removed', { name }) });
    onClose();
  }
  return (
    <Dialog
      title={t('access.removeFrom', { name })}
      opened
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" onClick={() => void remove()}>
            {t('access.remove')}
          </Button>
        </>
      }
    >
      <p className="v-text">{t('access.removeText', { name })}</p>
      <Refused failure={failure} />
    </Dialog>
  );
}
