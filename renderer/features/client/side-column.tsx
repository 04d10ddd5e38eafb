/** What is next at the right: the coming hearing, how to reach them, the family, what to look at, what is missing. */
import type { ReactNode } from 'react';
import { type Id, type PartialDate, valueOf } from '#shared/domain/base.ts';
import type { CaseFile, FactCollection } from '#shared/domain/case-file.ts';
import type { UiLanguage } from '#shared/domain/date-words.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import type { Hearing } from '#shared/domain/hearing.ts';
import { asExactDay, exactDay } from '#shared/domain/partial-date.ts';
import { filingReadings } from '#shared/deadlines/filing.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import { daysToHearing, nextHearing } from '#shared/deadlines/hearing-clock.ts';
import { type MissingItem, missingItems } from '#shared/rules/completeness.ts';
import { flagsOf } from '#shared/rules/flags.ts';
import { timelineOf } from '#shared/rules/timeline.ts';
import { asKey, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { missingName } from '#renderer/record/missing.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { useNow } from '#renderer/record/now.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { KeyValue } from '#renderer/ui/data-list.tsx';
import { Icon } from '#renderer/ui/icons.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { Muted, SectionTitle } from '#renderer/ui/text.tsx';
import type { TabId } from './client-page.tsx';
import { ageWords, PersonTags } from './person-words.tsx';
import { useChannelName } from './tabs/contact-tab.tsx';
import { titleWords } from './timeline/line-words.ts';

interface SideProps {
  readonly file: CaseFile;
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson | undefined;
  readonly onShow: (tab: TabId, factId: Id | null) => void;
}

export function SideColumn(props: SideProps): ReactNode {
  const t = useT();
  return (
    <aside className="client-side" aria-label={t('client.side')}>
      <BeforeHearing {...props} />
      <ToLookAt {...props} />
      <Reach {...props} />
      <Family {...props} />
      <Incomplete {...props} />
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="r-side-part">
      <SectionTitle>{title}</SectionTitle>
      <div className="r-box">{children}</div>
    </section>
  );
}

function BeforeHearing({ file, person, onShow }: SideProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const now = useNow();
  const hearing = nextHearing(file, person?.id ?? null, now.today);
  const date = hearing === null ? undefined : valueOf(hearing.date);
  if (hearing === null || date === undefined) return null;
  const days = daysToHearing(hearing, now.today);
  return (
    <Part title={t('client.beforeHearing', { date: formatPartialDate(date, language, 'table') })}>
      <KeyValue
        items={[
          ...(days === null
            ? []
            : [
                {
                  label: t('client.daysLeft'),
                  value: days === 0 ? t('client.isToday') : t('client.days', { count: days }),
                },
              ]),
          ...filingItems(hearing, date, now.today, language, t),
          {
            label: t('client.papersToBring'),
            value: t('client.papersCount', { count: visibleFacts(file, 'papers', person?.id ?? null).length }),
          },
        ]}
      />
      <div className="r-row">
        <Button
          size="sm"
          leftIcon="document"
          onClick={() => go({ to: 'newDocument', caseId: file.id, kind: 'hearing-letter', hearingId: hearing.id })}
        >
          {t('hearing.letter')}
        </Button>
        <LinkButton onClick={() => go({ to: 'hearing', caseId: file.id, factId: hearing.id })}>
          {t('client.open')}
        </LinkButton>
        {hearing.announcedBy.length === 0 ? (
          <LinkButton onClick={() => onShow('papers', null)}>{t('client.noPaperYet')}</LinkButton>
        ) : null}
      </div>
    </Part>
  );
}

/** By when papers are to be filed: each reading of the rule. */
function filingItems(
  hearing: Hearing,
  date: PartialDate,
  today: string,
  language: UiLanguage,
  t: ReturnType<typeof useT>,
): { label: string; value: ReactNode }[] {
  const day = asExactDay(date);
  if (day === null) return [];
  return filingReadings(day, valueOf(hearing.kind) ?? '', valueOf(hearing.detainedLabel) ?? '').map(
    ({ days, due, safe }) => {
      const when = formatPartialDate(exactDay(safe >= today ? safe : due), language, 'table');
      return {
        label: t('client.filing', { count: days }),
        value: due < today ? <span className="client-passed">{t('client.filingPassed', { date: when })}</span> : when,
      };
    },
  );
}

/** Flags other than "may not belong" (its own banner) and incomplete records (listed below). */
function ToLookAt({ file, person }: SideProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const now = useNow();
  const flags = flagsOf(file, now, language, person?.id ?? null).filter(
    (flag) => flag.code !== 'mayNotBelong' && flag.code !== 'incomplete' && flag.code !== 'toTranslate',
  );
  if (flags.length === 0) return null;
  return (
    <Part title={t('client.toLookAt')}>
      <ul className="client-flags">
        {flags.map((flag) => (
          <li key={JSON.stringify([flag.code, flag.people, flag.at])} data-tone={flag.tone}>
            <Icon name={flag.tone === 'info' ? 'info' : 'warning'} size={14} />
            <span>{t(asKey(`flags.${flag.code}`), flag.vars)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Reach({ file, person, onShow }: SideProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const name = useChannelName();
  const channels = visibleFacts(file, 'channels', person?.id ?? null).sort(
    (a, b) => Number(b.preferred) - Number(a.preferred),
  );
  return (
    <Part title={t('client.reach')}>
      {channels.length === 0 ? <Muted>{t('client.reachNone')}</Muted> : null}
      {channels.slice(0, 2).map((channel) => (
        <div key={channel.id} className="client-channel">
          <LinkButton onClick={() => onShow('contact', channel.id)}>{name(channel)}</LinkButton>
          {valueOf(channel.safeToNameOffice) === 'no' ? (
            <Tag tone="warning" icon="warning">
              {t('contact.doNotName')}
            </Tag>
          ) : null}
          <Muted>
            {[
              channel.when,
              channel.answersAs === '' ? '' : t('client.answersAs', { name: channel.answersAs }),
              channel.testedOn === null
                ? t('contact.notTested')
                : t('client.lastTested', { date: formatPartialDate(channel.testedOn, language, 'table') }),
            ]
              .filter(Boolean)
              .join('. ')}
          </Muted>
        </div>
      ))}
      {channels.length === 0 ? (
        <LinkButton onClick={() => onShow('contact', null)}>{t('client.reachAdd')}</LinkButton>
      ) : null}
    </Part>
  );
}

function Family({ file, people, person }: SideProps): ReactNode {
  const t = useT();
  const go = useGo();
  const now = useNow();
  const others = people.filter((one) => one.id !== person?.id);
  if (others.length === 0) return null;
  return (
    <Part title={t('client.family')}>
      <ul className="client-family">
        {others.map((one) => (
          <li key={one.id}>
            <LinkButton onClick={() => go({ to: 'person', caseId: file.id, personId: one.id })}>
              {ageWords(one, now.today, t)}
            </LinkButton>
            <span className="client-family-tags">
              <PersonTags file={file} person={one} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

const tabOf: Partial<Record<string, TabId>> = {
  papers: 'papers',
  channels: 'contact',
  vulnerabilities: 'family',
};

/** Records that lack a required item, by name, one click from where it is filled in. */
function Incomplete({ file, person, onShow }: SideProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const lines = timelineOf(file, { personId: person?.id ?? null, language }).filter((line) => line.missing.length > 0);
  const off = (['channels', 'vulnerabilities'] as const satisfies readonly FactCollection[]).flatMap((collection) =>
    visibleFacts(file, collection, person?.id ?? null)
      .filter((fact) => !lines.some((line) => line.fact.id === fact.id))
      .flatMap((fact) => {
        const missing = missingItems(collection, fact);
        return missing.length === 0 ? [] : [{ id: fact.id, collection, missing }];
      }),
  );
  if (lines.length + off.length === 0) return null;
  const names = (items: readonly MissingItem[]): string => items.map((item) => missingName(item, t)).join(', ');
  return (
    <Part title={t('client.incompleteTitle')}>
      <ul className="r-missing">
        {lines.map((line) => (
          <li key={line.key}>
            <LinkButton onClick={() => onShow(tabOf[line.fact.collection] ?? 'timeline', line.fact.id)}>
              {titleWords({ file, language, t }, line.title)}
            </LinkButton>{' '}
            <Muted>{names(line.missing)}</Muted>
          </li>
        ))}
        {off.map((one) => (
          <li key={one.id}>
            <LinkButton onClick={() => onShow(tabOf[one.collection] ?? 'contact', one.id)}>
              {t(one.collection === 'channels' ? 'contact.title' : 'client.vulnerabilities')}
            </LinkButton>{' '}
            <Muted>{names(one.missing)}</Muted>
          </li>
        ))}
      </ul>
    </Part>
  );
}
