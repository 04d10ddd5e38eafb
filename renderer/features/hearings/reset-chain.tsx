/** What replaced this hearing, and what it replaced: dates in order, a way to each, and how the link is made or undone. */
import type { ReactNode } from 'react';
import { type Id, valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { hearing, type Hearing } from '#shared/domain/hearing.ts';
import { hearingChain, replacedBy } from '#shared/domain/hearing-chain.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { useBound } from '#renderer/record/use-bound.ts';
import { unbornOf } from '#renderer/store/unborn.ts';
import { newId, recordedNow, useSession, useStore } from '#renderer/store/use-store.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { GroupFrame } from '#renderer/ui/field.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { SelectField } from '#renderer/ui/select-field.tsx';
import type { HearingProps } from './hearing-page.tsx';

function useDateOf(): (one: Hearing) => string {
  const t = useT();
  const language = useLanguage();
  return (one) => {
    const date = valueOf(one.date);
    return date === undefined ? t('hearing.untitled') : formatPartialDate(date, language, 'table');
  };
}

export function ResetChain({ file, scope, isBegun }: HearingProps & { readonly isBegun: boolean }): ReactNode {
  const chain = hearingChain(file, scope.record.id);
  const next = replacedBy(file, scope.record);
  return (
    <div className="r-stack">
      {chain.length > 1 ? <Chain file={file} scope={scope} chain={chain} /> : null}
      {/* A hearing that is not in the record yet cannot be the one that another replaces. */}
      {next === null && !isBegun ? <ReplaceBy file={file} scope={scope} chain={chain} /> : null}
      {next === null ? null : <Replaced scope={scope} />}
    </div>
  );
}

type ChainProps = HearingProps & { readonly chain: readonly Hearing[] };

function Chain({ file, scope, chain }: ChainProps): ReactNode {
  const t = useT();
  const go = useGo();
  const dateOf = useDateOf();
  return (
    <GroupFrame label={t('hearing.chain')}>
      <ol className="hearing-chain">
        {chain.map((one) => {
          const outcome = valueOf(one.outcome);
          return (
            <li key={one.id}>
              {one.id === scope.record.id ? (
                <strong aria-current="true">{`${dateOf(one)} (${t('hearing.thisOne')})`}</strong>
              ) : (
                <LinkButton onClick={() => go({ to: 'hearing', caseId: file.id, factId: one.id })}>
                  {dateOf(one)}
                </LinkButton>
              )}
              {outcome === undefined ? null : <span className="a-muted">{` ${t(`hearing.outcome.${outcome}`)}`}</span>}
            </li>
          );
        })}
      </ol>
    </GroupFrame>
  );
}

/** A new hearing in place of this one, or one that is already on record: papers often come before anybody says "reset". */
function ReplaceBy({ file, scope, chain }: ChainProps): ReactNode {
  const t = useT();
  const go = useGo();
  const store = useStore();
  const session = useSession();
  const dateOf = useDateOf();
  const link = useBound(slotOf(scope, 'resetTo'));
  const others = liveFacts(file, 'hearings')
    .filter((one) => !chain.some((known) => known.id === one.id))
    .sort((a, b) => comparePartialDates(valueOf(a.date), valueOf(b.date)));

  /** The next hearing starts with what rarely changes: people, court, place, port, judge. */
  function reset(): void {
    const { about, court, hearingPlace, judge, kind, zone, portToReport, reportZone, detainedLabel } = scope.record;
    const id: Id = newId();
    const kept = { about, court, hearingPlace, judge, kind, zone, portToReport, reportZone, detainedLabel };
    const next = hearing.parse({ id, ...kept, recorded: recordedNow(session) });
    const changes = [
      { path: ['hearings', id], value: next },
      { path: [...scope.path, 'resetTo'], value: id },
    ];
    unbornOf(store).begin({ fileId: file.id, collection: 'hearings', id, label: scope.act, changes });
    go({ to: 'hearing', caseId: file.id, factId: id });
  }

  return (
    <div className="r-stack">
      <div className="r-row">
        <Button leftIcon="hearing" onClick={reset}>
          {t('hearing.resetNew')}
        </Button>
      </div>
      {others.length === 0 ? null : (
        <SelectField
          label={t('hearing.replacedBy')}
          value={link.value}
          clearable
          placeholder={t('hearing.notReplaced')}
          options={others.map((one) => ({ value: one.id, label: dateOf(one) }))}
          onChange={link.write}
        />
      )}
    </div>
  );
}

function Replaced({ scope }: Pick<HearingProps, 'scope'>): ReactNode {
  const t = useT();
  const link = useBound(slotOf(scope, 'resetTo'));
  return (
    <>
      <div className="r-row">
        <Button size="sm" variant="quiet" leftIcon="remove" onClick={() => link.write(null)}>
          {t('hearing.unlinkNext')}
        </Button>
      </div>
      <BoundText slot={slotOf(scope, 'resetReason')} label={t('hearing.resetReason')} />
    </>
  );
}
