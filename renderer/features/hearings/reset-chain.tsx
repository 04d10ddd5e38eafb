/** Resets: each hearing points at the one that replaced it, so that the whole chain can be read from any of them. */
import type { ReactNode } from 'react';
import { type Id, valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { hearing, type Hearing } from '#shared/domain/hearing.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundText } from '#renderer/record/bound-text.tsx';
import { slotOf } from '#renderer/record/slot.ts';
import { unbornOf } from '#renderer/store/unborn.ts';
import { newId, recordedNow, useSession, useStore } from '#renderer/store/use-store.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import type { HearingProps } from './hearing-page.tsx';

/** The hearings of one chain, first to last; a loop in the data ends it. */
export function chainOf(file: CaseFile, hearingId: Id): Hearing[] {
  const before = (id: Id): Hearing | undefined => Object.values(file.hearings).find((one) => one.resetTo === id);
  const seen = new Set<Id>();
  let first = file.hearings[hearingId];
  for (let earlier = before(hearingId); earlier && !seen.has(earlier.id); earlier = before(earlier.id)) {
    seen.add(earlier.id);
    first = earlier;
  }
  const chain: Hearing[] = [];
  for (let at = first; at && !chain.includes(at); at = at.resetTo ? file.hearings[at.resetTo] : undefined)
    chain.push(at);
  return chain;
}

export function ResetChain({ file, scope }: HearingProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const store = useStore();
  const session = useSession();
  const chain = chainOf(file, scope.record.id);

  function dateOf(one: Hearing): string {
    const date = valueOf(one.date);
    return date === undefined ? t('hearing.untitled') : formatPartialDate(date, language, 'table');
  }
  /** The next hearing starts with what rarely changes: people, court, place, port, judge. */
  function reset(): void {
    const { about, court, hearingPlace, judge, kind, zone, portToReport, reportZone } = scope.record;
    const id = newId();
    const next = hearing.parse({
      ...{ id, about, court, hearingPlace, judge, kind, zone, portToReport, reportZone },
      recorded: recordedNow(session),
    });
    const changes = [
      { path: ['hearings', id], value: next },
      { path: [...scope.path, 'resetTo'], value: id },
    ];
    unbornOf(store).begin({ fileId: file.id, collection: 'hearings', id, label: scope.act, changes });
    go({ to: 'hearing', caseId: file.id, factId: id });
  }

  return (
    <div className="r-stack">
      {chain.length > 1 ? (
        <ol className="hearing-chain" aria-label={t('hearing.resetTo')}>
          {chain.map((one) => (
            <li key={one.id}>
              {one.id === scope.record.id ? (
                <strong>{dateOf(one)}</strong>
              ) : (
                <LinkButton onClick={() => go({ to: 'hearing', caseId: file.id, factId: one.id })}>
                  {dateOf(one)}
                </LinkButton>
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {scope.record.resetTo === null ? (
        <div className="r-row">
          <Button leftIcon="hearing" onClick={reset}>
            {t('hearing.resetNew')}
          </Button>
        </div>
      ) : (
        <BoundText slot={slotOf(scope, 'resetReason')} label={t('hearing.resetReason')} />
      )}
    </div>
  );
}
