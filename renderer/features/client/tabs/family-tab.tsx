/** The family: each person's way in a lane of its own, how they are related, separations, vulnerabilities. */
import type { ReactNode } from 'react';
import { valueOf } from '#shared/domain/base.ts';
import { formatPartialDate } from '#shared/domain/format.ts';
import { liveFacts, relativesOf } from '#shared/domain/people.ts';
import { vulnerabilityLabel } from '#shared/reference/programme.ts';
import { timelineOf } from '#shared/rules/timeline.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import type { NamedPerson } from '#renderer/record/names.ts';
import { useNow } from '#renderer/record/now.ts';
import { RelationField } from '#renderer/record/person/relation-field.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Mono, Muted, SectionTitle } from '#renderer/ui/text.tsx';
import type { TabProps } from '../client-page.tsx';
import { Screenings } from './screenings.tsx';
import { OpenRow } from '../fact-row.tsx';
import type { Addable } from '../make-fact.ts';
import { ageWords, PersonTags } from '../person-words.tsx';
import { titleWords } from '../timeline/line-words.ts';
import { useAddFact } from '../use-add-fact.ts';

export function FamilyTab(props: TabProps): ReactNode {
  const t = useT();
  const go = useGo();
  const { file, people } = props;
  const first = people[0];
  return (
    <div className="client-list">
      <section className="r-part">
        <div className="r-items-head">
          <SectionTitle>{t('client.lanes')}</SectionTitle>
          <Button size="sm" leftIcon="people" onClick={() => go({ to: 'intake', caseId: file.id })}>
            {t('client.addPeople')}
          </Button>
        </div>
        <div className="client-lanes">
          {people.map((person) => (
            <Lane key={person.id} {...props} of={person} />
          ))}
        </div>
      </section>
      {people.length < 2 || first === undefined ? null : (
        <section className="r-part">
          <SectionTitle>{t('client.relations')}</SectionTitle>
          <div className="client-relations">
            {people.slice(1).map((person) => (
              <div key={person.id}>
                <p className="client-relation-name">{person.name}</p>
                <RelationField file={file} person={person} other={first} />
              </div>
            ))}
          </div>
          <OtherRelations {...props} />
        </section>
      )}
      <Separations {...props} />
      <Vulnerabilities {...props} />
      <Screenings {...props} />
    </div>
  );
}

/** Movements, hearings and births of one person in order: what differs between people stands side by side. */
function Lane({ file, of }: TabProps & { readonly of: NamedPerson }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const now = useNow();
  const entries = timelineOf(file, {
    personId: of.id,
    language,
    kinds: ['birth', 'encounter', 'fear', 'separation', 'hearing', 'programme'],
  });
  return (
    <section className="client-lane" aria-label={of.name}>
      <div className="client-lane-head">
        <LinkButton onClick={() => go({ to: 'person', caseId: file.id, personId: of.id, tab: 'person' })}>
          {ageWords(of, now.today, t)}
        </LinkButton>
        <PersonTags file={file} person={of} />
      </div>
      {entries.length === 0 ? <Muted>{t('client.lane.none')}</Muted> : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.key}>
            <Mono>{entry.date === null ? '–' : formatPartialDate(entry.date, language, 'table')}</Mono>
            <span>{[titleWords({ file, language, t }, entry.title), entry.place].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Relations that do not involve the first person: read here, from whoever they concern. */
function OtherRelations({ file, people }: TabProps): ReactNode {
  const t = useT();
  const first = people[0]?.id;
  const lines = people.slice(1).flatMap((person) =>
    relativesOf(file, person.id)
      .filter((relative) => relative.person.id !== first && relative.relation.to === person.id)
      .map((relative) => ({
        id: relative.relation.id,
        text: t('client.relationLine', {
          name: people.find((one) => one.id === relative.person.id)?.name ?? '',
          kinship: t(`family.kinship.${relative.kinship}`).toLocaleLowerCase(),
          other: person.name,
        }),
      })),
  );
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id}>{line.text}</li>
      ))}
    </ul>
  );
}

function useAddInPlace(props: TabProps): (kind: Addable) => void {
  const addFact = useAddFact(props.file);
  return (kind) =>
    void addFact(
      kind,
      props.person === undefined ? undefined : kind === 'vulnerability' ? [props.person.id] : undefined,
    ).then((made) => {
      if (made !== null) props.onOpen(made);
    });
}

function Separations(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const add = useAddInPlace(props);
  const separations = Object.values(props.file.separations).filter((one) => one.deleted === null);
  return (
    <section className="r-part">
      <div className="r-items-head">
        <SectionTitle>{t('client.separations')}</SectionTitle>
        <Button size="sm" leftIcon="add" onClick={() => add('separation')}>
          {t('client.separationAdd')}
        </Button>
      </div>
      {separations.length === 0 ? <Muted>{t('client.separationNone')}</Muted> : null}
      <ul className="client-rows">
        {separations.map((one) => {
          const names = props.people.filter((person) => one.people.includes(person.id)).map((person) => person.name);
          const date = valueOf(one.date);
          return (
            <OpenRow
              key={one.id}
              {...props}
              collection="separations"
              factId={one.id}
              title={t('client.line.separation', { names: names.join(', ') })}
              detail={[date === undefined ? '' : formatPartialDate(date, language, 'table'), valueOf(one.orderedBy)]
                .filter(Boolean)
                .join(' · ')}
            />
          );
        })}
      </ul>
    </section>
  );
}

function Vulnerabilities(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const add = useAddInPlace(props);
  const facts = liveFacts(props.file, 'vulnerabilities');
  return (
    <section className="r-part">
      <div className="r-items-head">
        <SectionTitle>{t('client.vulnerabilities')}</SectionTitle>
        <Button size="sm" leftIcon="add" onClick={() => add('vulnerability')}>
          {t('client.vulnerabilityAdd')}
        </Button>
      </div>
      <ul className="client-rows">
        {facts.map((one) => {
          const names = props.people.filter((person) => one.about.includes(person.id)).map((person) => person.name);
          return (
            <OpenRow
              key={one.id}
              {...props}
              collection="vulnerabilities"
              factId={one.id}
              title={one.code === '' ? t('client.vulnerabilityWhich') : vulnerabilityLabel(one.code, language)}
              detail={names.join(', ')}
            />
          );
        })}
      </ul>
    </section>
  );
}
