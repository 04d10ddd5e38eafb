/** Ways to reach them with their safety rule, attempts, and where they stayed. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate, formatPlace } from '#shared/domain/format.ts';
import type { Channel } from '#shared/domain/hearing.ts';
import { comparePartialDates } from '#shared/domain/partial-date.ts';
import { liveFacts } from '#shared/domain/people.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import type { TabProps } from '../client-page.tsx';
import { OpenRow } from '../fact-row.tsx';
import type { Addable } from '../make-fact.ts';
import { detailWords } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';

export function ContactTab(props: TabProps): ReactNode {
  const t = useT();
  const { file } = props;
  const addFact = useAddFact(file);
  const channels = liveFacts(file, 'channels').sort((a, b) => Number(b.preferred) - Number(a.preferred));
  async function add(kind: Addable): Promise<void> {
    const made = await addFact(kind);
    if (made !== null) props.onOpen(made);
  }
  return (
    <div className="client-list">
      <section className="r-part">
        <div className="r-items-head">
          <SectionTitle>{t('contact.channels')}</SectionTitle>
          <Button size="sm" leftIcon="add" onClick={() => void add('channel')}>
            {t('contact.addChannel')}
          </Button>
        </div>
        {channels.length === 0 ? <Muted>{t('contact.none')}</Muted> : null}
        <ul className="client-rows">
          {channels.map((channel) => (
            <ChannelRow key={channel.id} {...props} channel={channel} />
          ))}
        </ul>
      </section>
      <section className="r-part">
        <div className="r-items-head">
          <SectionTitle>{t('contact.attempts')}</SectionTitle>
          <Button size="sm" leftIcon="phone" onClick={() => void add('attempt')}>
            {t('contact.addAttempt')}
          </Button>
        </div>
        <Attempts {...props} />
      </section>
      <section className="r-part">
        <div className="r-items-head">
          <SectionTitle>{t('contact.stays')}</SectionTitle>
          <Button size="sm" leftIcon="add" onClick={() => void add('stay')}>
            {t('stay.add')}
          </Button>
        </div>
        <Stays {...props} />
      </section>
    </div>
  );
}

/** "WhatsApp, sister's phone". */
export function useChannelName(): (channel: Channel) => string {
  const t = useT();
  return (channel) => [t(`contact.kind.${channel.kind}`), channel.whose].filter(Boolean).join(', ');
}

function ChannelRow(props: TabProps & { readonly channel: Channel }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const name = useChannelName();
  const { channel } = props;
  const tested =
    channel.testedOn === null
      ? t('contact.notTested')
      : t('client.lastTested', { date: formatPartialDate(channel.testedOn, language, 'table') });
  return (
    <OpenRow
      {...props}
      collection="channels"
      factId={channel.id}
      title={name(channel)}
      detail={[channel.address, channel.when, channel.answersAs, tested].filter(Boolean).join(' · ')}
      tags={
        <>
          {channel.preferred ? <Tag tone="accent">{t('contact.preferred')}</Tag> : null}
          {valueOf(channel.safeToNameOffice) === 'no' ? (
            <Tag tone="warning" icon="warning">
              {t('contact.doNotName')}
            </Tag>
          ) : null}
        </>
      }
    />
  );
}

function Attempts(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const name = useChannelName();
  const attempts = liveFacts(props.file, 'attempts').sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <ul className="client-rows">
      {attempts.map((attempt) => {
        const channel = attempt.channelId === null ? undefined : props.file.channels[attempt.channelId];
        const date = formatPartialDate({ value: attempt.at.slice(0, 10), precision: 'day' }, language, 'table');
        return (
          <OpenRow
            key={attempt.id}
            {...props}
            collection="attempts"
            factId={attempt.id}
            title={`${date} · ${t(`contact.result.${attempt.result}`)}`}
            detail={[channel === undefined ? '' : name(channel), attempt.note].filter(Boolean).join(' · ')}
          />
        );
      })}
    </ul>
  );
}

function Stays(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const stays = liveFacts(props.file, 'stays').sort((a, b) => comparePartialDates(valueOf(b.from), valueOf(a.from)));
  return (
    <ul className="client-rows">
      {stays.map((stay) => {
        const place = valueOf(stay.place);
        const from = valueOf(stay.from);
        const fact = { collection: 'stays', id: stay.id };
        return (
          <OpenRow
            key={stay.id}
            {...props}
            collection="stays"
            factId={stay.id}
            title={[t(`stay.kind.${stay.kind}`), place === undefined ? '' : formatPlace(place, language)]
              .filter(Boolean)
              .join(', ')}
            detail={detailWords(
              { file: props.file, language, t },
              {
                key: `stays:${stay.id}`,
                place: from === undefined ? '' : formatPartialDate(from, language, 'table'),
                fact,
              },
            )}
          />
        );
      })}
    </ul>
  );
}
