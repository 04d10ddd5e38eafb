/** Irregularities that were entered by themselves, each opened where it stands. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import type { Irregularity } from '#shared/domain/fear.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { irregularityLabel } from '#shared/reference/irregularities.ts';
import { standsAlone } from '#shared/rules/completeness.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { focusWhenThere } from '#renderer/record/focus-when-there.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import type { TabProps } from '../client-page.tsx';
import { OpenRow } from '../fact-row.tsx';
import { detailWords } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';

export function StandingAlone(props: TabProps): ReactNode {
  const t = useT();
  const addFact = useAddFact(props.file);
  const alone = liveFacts(props.file, 'irregularities')
    .filter((one) => standsAlone(one) && one.decision !== 'dropped')
    .sort((a, b) => comparePartialDates(valueOf(a.date), valueOf(b.date)));
  async function add(): Promise<void> {
    const made = await addFact('irregularity');
    if (made === null) return;
    props.onOpen(made);
    focusWhenThere('.client-editor :is(input, select)');
  }
  return (
    <section className="r-part" aria-labelledby="client-alone">
      <div className="r-items-head">
        <SectionTitle id="client-alone">{t('irregularity.alone')}</SectionTitle>
        <Button size="sm" leftIcon="add" onClick={() => void add()}>
          {t('irregularity.add')}
        </Button>
      </div>
      {alone.length === 0 ? <Muted>{t('irregularity.aloneNone')}</Muted> : null}
      <ul className="client-rows">
        {alone.map((one) => (
          <AloneRow key={one.id} {...props} irregularity={one} />
        ))}
      </ul>
    </section>
  );
}

function AloneRow(props: TabProps & { readonly irregularity: Irregularity }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { file, irregularity: one } = props;
  const missing = missingNames('irregularities', one, t);
  const date = valueOf(one.date);
  const words = valueOf(one.note);
  const detail = detailWords(
    { file, language, t },
    {
      key: `irregularities:${one.id}`,
      place: date === undefined ? '' : formatPartialDate(date, language, 'table'),
      fact: { collection: 'irregularities', id: one.id },
    },
  );
  return (
    <OpenRow
      {...props}
      collection="irregularities"
      factId={one.id}
      title={irregularityLabel(one.type, language) || t('irregularity.untitled')}
      detail={detail}
      quote={words}
      tags={
        missing.length > 0 ? <Tag icon="pending">{t('client.incomplete', { items: missing.join(', ') })}</Tag> : null
      }
    />
  );
}
