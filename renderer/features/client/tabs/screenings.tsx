/** Screenings of the family, each of one person: what they show, what is missing, and the button for a new one. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { liveFacts } from '#shared/domain/people.ts';
import type { Screening } from '#shared/domain/screening.ts';
import { instrumentOf } from '#shared/reference/screenings.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import type { TabProps } from '../client-page.tsx';
import { screeningParts } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';
import { RecordHead } from './record-head.tsx';

export function Screenings(props: TabProps): ReactNode {
  const t = useT();
  const addFact = useAddFact(props.file);
  const { file, people } = props;
  const facts = liveFacts(file, 'screenings');
  const add = (personId: string): void => void addFact('screening', [personId]);
  const [first] = people;
  if (first === undefined) return null;
  return (
    <section className="r-part" aria-label={t('screening.list')}>
      <div className="r-items-head">
        <SectionTitle>{t('screening.list')}</SectionTitle>
        {people.length === 1 ? (
          <Button size="sm" leftIcon="add" onClick={() => add(first.id)}>
            {t('screening.add')}
          </Button>
        ) : (
          <Menu
            label={t('screening.addFor')}
            leftIcon="add"
            size="sm"
            items={people.map((one) => ({ id: one.id, label: one.name, onSelect: () => add(one.id) }))}
          />
        )}
      </div>
      {facts.length === 0 ? <Muted>{t('screening.none')}</Muted> : null}
      <ul className="client-rows">
        {facts.map((made) => (
          <ScreeningRow key={made.id} {...props} made={made} />
        ))}
      </ul>
    </section>
  );
}

function ScreeningRow({ file, people, made }: TabProps & { readonly made: Screening }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const person = people.find((one) => made.about.includes(one.id));
  const date = valueOf(made.date);
  const details = [
    date === undefined ? '' : formatPartialDate(date, language, 'table'),
    t('screening.version', { number: made.version }),
    ...screeningParts({ file, language, t }, made),
  ];
  return (
    <li className="client-row">
      <RecordHead
        title={[person?.name ?? '', instrumentOf(made)?.name[language] ?? t('screening.title')]
          .filter(Boolean)
          .join(' · ')}
        to={{ to: 'screening', caseId: file.id, factId: made.id }}
        missing={missingNames('screenings', made, t)}
      />
      <p className="client-line-detail">{details.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
