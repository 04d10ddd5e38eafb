/** The case in time: a list by year, each line opens in place, the source one click away. */
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { visibleFacts } from '#shared/domain/people.ts';
import { compareInTime, type TimelineEntry, type TimelineKind, timelineOf } from '#shared/rules/timeline.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { focusWhenThere } from '#renderer/record/focus-when-there.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Chip } from '#renderer/ui/tag.tsx';
import type { Addable } from '../make-fact.ts';
import type { TabProps } from '../client-page.tsx';
import { useAddFact } from '../use-add-fact.ts';
import { TimelineLine } from './timeline-line.tsx';

const kindsOf = {
  crossings: ['encounter', 'separation', 'birth', 'programme', 'stay'],
  fear: ['fear', 'irregularity'],
  hearings: ['hearing', 'paper'],
  harm: ['harm', 'vulnerability', 'screening'],
  contact: ['attempt'],
} as const satisfies Record<string, readonly (TimelineKind | 'attempt')[]>;
type Filter = keyof typeof kindsOf;
const filters = Object.keys(kindsOf) as Filter[];

/** A line of the timeline, or an attempt to reach somebody, which is no event of the journey. */
export type Line = Omit<TimelineEntry, 'kind' | 'fact'> & {
  readonly kind: TimelineKind | 'attempt';
  readonly fact: { readonly collection: string; readonly id: Id };
};

function attemptLines({ file }: Pick<TabProps, 'file'>, personId: Id | null): Line[] {
  return visibleFacts(file, 'attempts', personId).map((attempt) => ({
    key: `attempts:${attempt.id}`,
    fact: { collection: 'attempts', id: attempt.id },
    kind: 'attempt',
    date: { value: attempt.at.slice(0, 10), precision: 'day' },
    time: '',
    sortKey: `${attempt.at.slice(0, 10)}#5 ${attempt.at.slice(11, 16)}`,
    year: attempt.at.slice(0, 4),
    title: { key: `contact.result.${attempt.result}`, vars: {} },
    place: attempt.note,
    detail: null,
    people: attempt.about,
    source: null,
    irregularities: [],
    proposals: 0,
    missing: [],
    toTranslate: false,
  }));
}

/**
 * An opened line stays where it was opened, whatever date is typed in it: moving it would take the focus away in the
 * middle of the form. It goes to its place when it is closed.
 */
function useHeldLine(lines: readonly Line[], opened: Id | null): readonly Line[] {
  const held = useRef<Pick<Line, 'key' | 'year' | 'sortKey'> | null>(null);
  const line = opened === null ? undefined : lines.find((one) => one.key.endsWith(`:${opened}`));
  if (line === undefined) held.current = null;
  else if (held.current?.key !== line.key) held.current = { key: line.key, year: line.year, sortKey: line.sortKey };
  const place = held.current;
  if (place === null) return lines;
  return lines
    .map((one) => (one.key === place.key ? { ...one, year: place.year, sortKey: place.sortKey } : one))
    .sort(compareInTime);
}

export function TimelineTab(props: TabProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { file, people } = props;
  const [personId, setPersonId] = useState<Id | null>(null);
  const [chosen, setChosen] = useState<readonly Filter[]>([]);
  const inTime = useMemo(() => {
    const all: Line[] = [...timelineOf(file, { personId, language }), ...attemptLines({ file }, personId)];
    const kinds: readonly string[] = chosen.flatMap((filter) => kindsOf[filter]);
    return all.filter((line) => kinds.length === 0 || kinds.includes(line.kind)).sort(compareInTime);
  }, [file, personId, language, chosen]);
  const lines = useHeldLine(inTime, props.opened);
  const isFiltered = personId !== null || chosen.length > 0;

  return (
    <>
      <fieldset className="client-filters" aria-label={t('client.filters')}>
        <Chip pressed={personId === null} onClick={() => setPersonId(null)}>
          {t('client.filter.everyone')}
        </Chip>
        {people.length < 2
          ? null
          : people.map((person) => (
              <Chip key={person.id} pressed={personId === person.id} onClick={() => setPersonId(person.id)}>
                {person.short}
              </Chip>
            ))}
        <span className="client-filters-gap" />
        {filters.map((filter) => (
          <Chip
            key={filter}
            pressed={chosen.includes(filter)}
            onClick={() =>
              setChosen(chosen.includes(filter) ? chosen.filter((one) => one !== filter) : [...chosen, filter])
            }
          >
            {t(`client.filter.${filter}`)}
          </Chip>
        ))}
        <span className="client-space" />
        {lines.length === 0 && !isFiltered ? null : <AddMenu {...props} personId={personId} />}
      </fieldset>
      {lines.length === 0 ? (
        <EmptyState
          text={t(isFiltered ? 'client.timelineNoMatch' : 'client.timelineEmpty')}
          action={
            isFiltered ? (
              <Button
                onClick={() => {
                  setPersonId(null);
                  setChosen([]);
                }}
              >
                {t('client.showAll')}
              </Button>
            ) : (
              <AddMenu {...props} personId={null} />
            )
          }
        />
      ) : (
        <Years {...props} lines={lines} />
      )}
    </>
  );
}

function Years(props: TabProps & { readonly lines: readonly Line[] }): ReactNode {
  const t = useT();
  const years = [...new Set(props.lines.map((line) => line.year))];
  return (
    <div className="client-timeline">
      {years.map((year) => (
        <section key={year} aria-label={year || t('client.noDate')}>
          <h2 className="client-year">{year || t('client.noDate')}</h2>
          <ol>
            {props.lines
              .filter((line) => line.year === year)
              .map((line) => (
                <TimelineLine key={line.key} {...props} line={line} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const menu = [
  'crossing',
  'returnToMexico',
  'fear',
  'irregularity',
  'hearing',
  'harm',
  'screening',
  'paper',
  'stay',
  'attempt',
  'programme',
  'representation',
] as const;

function AddMenu(props: TabProps & { readonly personId: Id | null }): ReactNode {
  const t = useT();
  const addFact = useAddFact(props.file);
  async function add(kind: Addable): Promise<void> {
    const made = await addFact(kind, props.personId === null ? undefined : [props.personId]);
    if (made === null) return;
    props.onOpen(made);
    focusWhenThere('.client-editor :is(input, select)');
  }
  return (
    <Menu
      label={t('client.addHere')}
      leftIcon="add"
      size="sm"
      items={menu
        .filter((kind) => kind !== 'screening' || props.people.length > 0)
        .map((kind) => ({
          id: kind,
          label: t(`client.add.${kind}`),
          onSelect: () => (kind === 'programme' || kind === 'representation' ? props.onStanding(kind) : void add(kind)),
        }))}
    />
  );
}
