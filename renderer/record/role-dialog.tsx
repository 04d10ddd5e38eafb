import { useT } from '#renderer/i18n/i18n.ts';
import { useStore } from '#renderer/store/use-store.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import type { Id } from '#shared/domain/base.ts';
import type { Role } from '#shared/domain/roles.ts';
import { PresentDialog } from './present.tsx';

interface RoleDialogProps {
  readonly memberId: Id;
  readonly name: string;
  readonly role: Role;
  readonly onClose: () => void;
}

/** Another role for somebody with access: what it lets them see, and the passphrase of who gives it. */
export function RoleDialog({ memberId, name, role, onClose }: RoleDialogProps) {
  const t = useT();
  const store = useStore();
  const vars = { name, role: t(`role.${role}`) };
  return (
    <PresentDialog
      title={t('access.roleTitle', { name })}
      submit={t('access.roleGive')}
      use={(proof) => store.request('roleGrant', { memberId, role, proof })}
      onDone={() => {
        showToast({ tone: 'accent', text: t('access.granted', vars) });
        onClose();
      }}
      onClose={onClose}
    >
      <p>
        {t('access.roleText', vars)} {t(`access.sees.${role}`)}
      </p>
    </PresentDialog>
  );
}
