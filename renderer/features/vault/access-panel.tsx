import { useState } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { AccessList, AccessRow, SessionInfo } from '#renderer/store/contract.ts';
import { RoleDialog } from '#renderer/record/role-dialog.tsx';
import { useQuery } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel } from '#renderer/ui/card.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { formatPartialDate } from '#shared/domain/format.ts';
import { type Role, roles } from '#shared/domain/roles.ts';
import { exactDay } from '#shared/domain/partial-date.ts';
import { AddAccessDialog, PassphraseDialog, RemoveAccessDialog } from './access-dialogs.tsx';
import { SheetList } from './sheet-list.tsx';

/** Who can open the vault: added, given another role and taken away by whoever may grant; own passphrase changed. */
export function AccessPanel({ session }: { readonly session: SessionInfo }) {
  const t = useT();
  const { data } = useQuery('accessList', undefined);
  const [dialog, setDialog] = useState<'add' | 'passphrase' | AccessRow | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const close = (): void => setDialog(null);
  if (data === undefined) return null;
  const canChange = !session.readOnly && session.vaultKind === 'real';
  const { people, grantor } = data;
  return (
    <Panel
      title={t('access.title')}
      aside={
        canChange && (
          <div className="v-row">
            <Button size="sm" onClick={() => setDialog('passphrase')}>
              {t('access.change')}
            </Button>
            {grantor !== null && (
              <Button size="sm" leftIcon="add" onClick={() => setDialog('add')}>
                {t('access.add')}
              </Button>
            )}
          </div>
        )
      }
    >
      <div className="v-sheet">
        <p className="v-text a-muted">
          {t('access.lead')} {canChange && grantor === null && t('access.mayNot')}{' '}
          {canChange && grantor === 'owner' && t('access.asOwner')}
        </p>
        <ul className="o-list">
          {people.map((row) => (
            <Person
              key={row.memberId}
              row={row}
              canChange={canChange}
              canGrant={canChange && grantor !== null}
              isOpen={opened === row.memberId}
              onToggle={() => setOpened(opened === row.memberId ? null : row.memberId)}
              onRemove={() => setDialog(row)}
            />
          ))}
        </ul>
      </div>
      {dialog === 'passphrase' && <PassphraseDialog onClose={close} />}
      {dialog === 'add' && <AddAccessDialog people={people} onClose={close} />}
      {dialog !== null && typeof dialog === 'object' && <RemoveAccessDialog row={dialog} onClose={close} />}
    </Panel>
  );
}

interface PersonProps {
  readonly row: AccessList['people'][number];
  readonly canChange: boolean;
  readonly canGrant: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

function Person({ row, canChange, canGrant, isOpen, onToggle, onRemove }: PersonProps) {
  const t = useT();
  const language = useLanguage();
  const [role, setRole] = useState<Role | null>(null);
  const name = row.name || t('settings.noName');
  const day = formatPartialDate(exactDay(row.since), language, 'table');

  function grant(value: string | null): void {
    const chosen = roles.find((one) => one === value);
    if (chosen !== undefined && chosen !== row.role) setRole(chosen);
  }
  return (
    <li>
      <button type="button" className="o-line" aria-expanded={isOpen} onClick={onToggle}>
        <span className="o-name">{name}</span>
        {row.isYou && <Tag tone="accent">{t('access.you')}</Tag>}
        {row.isOwner && <Tag>{t('access.owner')}</Tag>}
        <Tag>{t(`role.${row.role}`)}</Tag>
        <span className="a-muted">{t('access.since', { day })}</span>
      </button>
      {isOpen && (
        <div className="o-open">
          <p className="v-text a-muted">
            {t(`access.sees.${row.role}`)} {t(`settings.granted.${row.roleGrantedBy}`)}
          </p>
          <SheetList row={row} canWithdraw={canChange && (canGrant || row.isYou)} />
          {canGrant && (
            <div className="v-row">
              <NativeSelectField
                label={t('access.roleOf', { name })}
                value={row.role}
                options={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
                onChange={grant}
              />
              {!row.isYou && (
                <Button variant="danger" onClick={onRemove}>
                  {t('access.remove')}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
      {role !== null && <RoleDialog memberId={row.memberId} name={name} role={role} onClose={() => setRole(null)} />}
    </li>
  );
}
