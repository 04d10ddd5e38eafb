/** A person in a few words: name with age, and what stands out. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { asExactDay } from '#shared/domain/partial-date.ts';
import { mexicanLink } from '#shared/rules/nationality.ts';
import { apartNow } from '#shared/rules/separations.ts';
import { type Key, useT, type Vars } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { Tag } from '#renderer/ui/tag.tsx';

/** Whole months between two days YYYY-MM-DD. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

/** "Diego Ixcoy, 6 years"; "Ana, 3 months"; the name alone when the birth date is not known to the day. */
export function ageWords(person: NamedPerson, today: string, t: (key: Key, vars?: Vars) => string): string {
  const born = asExactDay(valueOf(person.person.birth.date));
  if (born === null || born > today) return person.name;
  const months = monthsBetween(born, today);
  const age =
    months < 24 ? t('client.ageMonths', { count: months }) : t('client.age', { count: Math.floor(months / 12) });
  return t('client.nameAge', { name: person.name, age });
}

export function PersonTags(props: { readonly file: CaseFile; readonly person: NamedPerson }): ReactNode {
  const t = useT();
  const { file, person } = props;
  const isApart = apartNow(file).has(person.id);
  return (
    <>
      {mexicanLink(person.person)?.by === 'birth' ? <Tag tone="warning">{t('client.bornInMexico')}</Tag> : null}
      {isApart ? <Tag tone="danger">{t('client.separated')}</Tag> : null}
      {person.person.aNumberState === 'none' ? <Tag>{t('client.noANumber.none')}</Tag> : null}
    </>
  );
}
