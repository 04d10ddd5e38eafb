/**
 * The account: the client's own words in their own language, before any question. It stays one box until somebody
 * marks it as told; nothing else is asked on this step.
 */
import type { ReactNode } from 'react';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { AboutPeople } from '#renderer/record/fact-head.tsx';
import { nowHere } from '#renderer/record/now.ts';
import { valueOf } from '#shared/domain/base.ts';
import { useChangeCase } from '#renderer/store/change-case.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { formatPartialDate } from '#shared/domain/format.ts';
import { fieldsOf, type StepProps } from './step-parts.tsx';

export function StepAccount({ scope, people, ownLanguage }: StepProps): ReactNode {
  const t = useT();
  const field = fieldsOf(scope);
  return (
    <div className="r-stack fear-account">
      <BoundWords
        slot={field('account')}
        label={t('fear.account.label')}
        help={t('fear.account.help')}
        language={ownLanguage}
        minRows={8}
      />
      <AboutPeople scope={scope} people={people} />
      <Told scope={scope} />
    </div>
  );
}

function Told({ scope }: Pick<StepProps, 'scope'>): ReactNode {
  const t = useT();
  const language = useLanguage();
  const change = useChangeCase(scope.fileId);
  const { accountTold, accountToldOn } = scope.record;

  function mark(told: boolean): void {
    // The account may be on its way to the disk: the button is pressed right after the last word.
    void change('fear.told', (now) => {
      const account = valueOf(now.fearEvents[scope.record.id]?.account ?? { status: 'notAsked' });
      const languages = account === undefined ? [] : [account.language];
      return [
        { path: [...scope.path, 'accountTold'], value: told },
        { path: [...scope.path, 'accountToldOn'], value: told ? { value: nowHere().today, precision: 'day' } : null },
        ...(told ? [{ path: [...scope.path, 'accountLanguages'], value: languages }] : []),
      ];
    });
  }

  if (!accountTold) {
    return (
      <div className="r-row">
        <Button variant="primary" leftIcon="check" onClick={() => mark(true)}>
          {t('fear.account.markTold')}
        </Button>
      </div>
    );
  }
  const date = accountToldOn === null ? null : formatPartialDate(accountToldOn, language, 'table');
  return (
    <div className="r-row">
      <Tag tone="accent" icon="check">
        {date === null ? t('fear.account.toldNoDate') : t('fear.account.told', { date })}
      </Tag>
      <Button size="sm" variant="quiet" onClick={() => mark(false)}>
        {t('fear.account.reopen')}
      </Button>
    </div>
  );
}
