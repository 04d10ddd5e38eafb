import { useState } from 'react';
import { asKey, useT } from '#renderer/i18n/i18n.ts';
import { RoleDialog } from '#renderer/record/role-dialog.tsx';
import { newId, recordedNow, useQuery, useSession, useStore } from '#renderer/store/use-store.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { showToast } from '#renderer/ui/toast.tsx';
import { type Member, member as memberSchema, type OfficeFile } from '#shared/domain/office.ts';
import { isPractitioner, type Role, roles } from '#shared/domain/roles.ts';
import { OfficeField } from './office-field.tsx';
import { OfficeList, useOfficeWrite } from './office-list.tsx';

interface MemberListProps {
  readonly office: OfficeFile;
  readonly isReadOnly: boolean;
}

/** The people of the office. A practitioner gives roles; while there is none, the owner does, and the record says so. */
export function MemberList({ office, isReadOnly }: MemberListProps) {
  const t = useT();
  const session = useSession();
  const store = useStore();
  const write = useOfficeWrite(office.id);
  const access = useQuery('accessList', undefined).data;
  const grantor = access?.grantor ?? null;
  const [asked, setAsked] = useState<{ readonly member: Member; readonly role: Role } | null>(null);
  const canGrant = !isReadOnly && grantor !== null;

  async function add(): Promise<string> {
    const id = newId();
    const roleGrantedBy = grantor ?? 'practitioner';
    const made = memberSchema.parse({ id, role: 'intakeVolunteer', roleGrantedBy, recorded: recordedNow(session) });
    await write(['members', id], made, 'office.memberAdded');
    return id;
  }
  async function grant(member: Member, role: Role): Promise<void> {
    if (access?.people.some(({ memberId }) => memberId === member.id)) return setAsked({ member, role });
    const done = await store.request('roleGrant', { memberId: member.id, role, proof: null });
    if (!done.ok) showToast({ tone: 'danger', text: t(asKey(`errors.${done.code}`), done.detail) });
  }

  return (
    <>
      <OfficeList
        title={t('settings.people')}
        entries={Object.values(office.members).filter((one) => one.deleted === null)}
        addLabel={t('settings.addPerson')}
        canAdd={canGrant}
        onAdd={add}
        marks={(one) => (
          <>
            {one.id === session.memberId && <Tag tone="accent">{t('settings.you')}</Tag>}
            <Tag>{t(`role.${one.role}`)}</Tag>
          </>
        )}
        fields={(one) => (
          <MemberFields
            officeId={office.id}
            member={one}
            isReadOnly={isReadOnly}
            canGrant={canGrant}
            onRole={(role) => void grant(one, role)}
          />
        )}
      />
      {asked !== null && (
        <RoleDialog
          memberId={asked.member.id}
          name={asked.member.name || t('settings.noName')}
          role={asked.role}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

interface MemberFieldsProps {
  readonly officeId: string;
  readonly member: Member;
  readonly isReadOnly: boolean;
  readonly canGrant: boolean;
  readonly onRole: (role: Role) => void;
}

function MemberFields({ officeId, member, isReadOnly, canGrant, onRole }: MemberFieldsProps) {
  const t = useT();
  const base = ['members', member.id];
  const shared = { officeId, isReadOnly, change: 'office.memberChanged' } as const;
  const options = canGrant ? roles : roles.filter((role) => role === member.role);
  return (
    <div className="o-grid o-open">
      <OfficeField {...shared} label={t('settings.name')} path={[...base, 'name']} value={member.name} />
      <NativeSelectField
        label={t('settings.role')}
        value={member.role}
        options={options.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(role) => {
          const chosen = roles.find((one) => one === role);
          if (chosen !== undefined && chosen !== member.role) onRole(chosen);
        }}
        help={t(`settings.granted.${member.roleGrantedBy}`)}
      />
      <OfficeField {...shared} label={t('settings.phone')} path={[...base, 'phone']} value={member.phone} type="tel" />
      <OfficeField
        {...shared}
        label={t('settings.email')}
        path={[...base, 'email']}
        value={member.email}
        type="email"
      />
      {isPractitioner(member.role) && (
        <>
          <OfficeField {...shared} label={t('start.you.bar')} path={[...base, 'barNumber']} value={member.barNumber} />
          <OfficeField
            {...shared}
            label={t('start.you.barState')}
            path={[...base, 'barState']}
            value={member.barState}
          />
          <OfficeField {...shared} label={t('start.you.eoir')} path={[...base, 'eoirId']} value={member.eoirId} />
        </>
      )}
    </div>
  );
}
