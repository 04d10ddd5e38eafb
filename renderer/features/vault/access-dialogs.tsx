import { useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { PresentDialog, usePresent } from '#renderer/record/present.tsx';
import type { AccessRow } from '#renderer/store/contract.ts';
import { deriveSlot } from '#renderer/store/derive-slot.ts';
import { newId, useOffice, useStore } from '#renderer/store/use-store.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { type Role, roles } from '#shared/domain/roles.ts';
import { fail, type Result } from '#shared/errors.ts';
import { NewPassphrase } from './new-passphrase.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

/**
 * Looks first whether who is at work typed what opens this vault, then makes a key for a new passphrase, then uses both.
 */
function useNewSlot() {
  const store = useStore();
  const present = usePresent();
  const run = (passphrase: string, use: (keys: NewKeys) => Promise<Result<true>>): Promise<boolean> =>
    present.run(async (proof) => {
      const known = await store.request('prove', { proof });
      if (!known.ok) return known;
      if (!known.value.right) return fail('wrong-passphrase');
      const ticket = await deriveSlot(passphrase);
      return ticket.ok ? use({ proof, ticket: ticket.value }) : ticket;
    });
  return { ...present, run };
}
interface NewKeys {
  readonly proof: string;
  readonly ticket: string;
}

/** A new passphrase for whoever is at work. */
export function PassphraseDialog({ onClose }: DialogProps) {
  const t = useT();
  const store = useStore();
  const { isBusy, field, run } = useNewSlot();
  async function change(passphrase: string): Promise<void> {
    if (!(await run(passphrase, (keys) => store.request('passphraseChange', keys)))) return;
    showToast({ tone: 'accent', text: t('access.changed') });
    onClose();
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
        {field}
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
  const { isBusy, field, run } = useNewSlot();
  const member = without.find(({ id }) => id === (who ?? without[0]?.id));
  const role = chosenRole ?? member?.role ?? 'intakeVolunteer';
  const fullName = (member?.name ?? name).trim();

  async function add(passphrase: string): Promise<void> {
    setTried(true);
    if (member === undefined && fullName === '') return;
    const memberId = member?.id ?? newId();
    const given = { memberId, role, ...(member === undefined && { name: fullName }) };
    if (!(await run(passphrase, (keys) => store.request('accessAdd', { ...given, ...keys })))) return;
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
        {field}
      </NewPassphrase>
    </Dialog>
  );
}

/** Asks before access is taken away. */
export function RemoveAccessDialog({ row, onClose }: DialogProps & { readonly row: AccessRow }) {
  const t = useT();
  const store = useStore();
  const { memberId } = row;
  const name = row.name || t('settings.noName');
  return (
    <PresentDialog
      title={t('access.removeFrom', { name })}
      submit={t('access.remove')}
      isDanger
      use={(proof) => store.request('accessRemove', { memberId, proof })}
      onDone={() => {
        showToast({ tone: 'accent', text: t('access.removed', { name }) });
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('access.removeText', { name })}</p>
    </PresentDialog>
  );
}
