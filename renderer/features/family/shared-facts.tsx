/**
 * What is true of everybody of a family: entered once, written as facts about all of them. A fact is made when its
 * first value is given; clearing a value keeps the fact.
 */
import type { ReactNode } from 'react';
import { type Answer, type PartialDate, type Place, valueOf } from '#shared/domain/base.ts';
import { representationStages } from '#shared/domain/standing.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { programmeStatus, representation } from '#shared/domain/hearing.ts';
import { encounter, paper, paperKinds } from '#shared/domain/journey.ts';
import { liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { programmeVersionEntries } from '#shared/reference/programme.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { AnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import { useChosen } from '#renderer/record/use-chosen.ts';
import { useChangeCase } from '#renderer/store/change-case.ts';
import type { Change } from '#renderer/store/contract.ts';
import { newId, recordedNow, useSession } from '#renderer/store/use-store.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx';
import { PlaceField } from '#renderer/ui/place-field.tsx';
import { languageOptions } from '#renderer/ui/language-options.ts';

const notAsked = { status: 'notAsked' } as const;

/** The shared fact of each kind. */
const sharedFacts = {
  encounters: (file: CaseFile) => liveFacts(file, 'encounters').find((one) => one.kind === 'crossing'),
  programme: (file: CaseFile) => liveFacts(file, 'programme')[0],
  representation: (file: CaseFile) => liveFacts(file, 'representation')[0],
  papers: (file: CaseFile) => liveFacts(file, 'papers').sort((a, b) => (a.recorded.at < b.recorded.at ? -1 : 1))[0],
} as const;
type SharedCollection = keyof typeof sharedFacts;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Sets fields of a shared fact, making it about everybody when it is not there yet. Whoever types fast gives the next
 * value, or adds a person, before the page has heard of the first: what is there is looked up when it is written.
 */
function useSharedFact(file: CaseFile) {
  const change = useChangeCase(file.id);
  const session = useSession();
  function make(collection: SharedCollection, now: CaseFile) {
    const about = peopleInOrder(now).map((person) => person.id);
    const base = { id: newId(), about, recorded: recordedNow(session) };
    if (collection === 'encounters') return encounter.parse({ ...base, kind: 'crossing' });
    if (collection === 'programme') return programmeStatus.parse({ ...base, status: 'in' });
    if (collection === 'representation') return representation.parse({ ...base, status: 'prospect' });
    return paper.parse({ ...base, kind: 'noticeToAppear' });
  }
  return (collection: SharedCollection, given: Fields | ((now: CaseFile) => Fields), act: string) =>
    change(act, (now): Change[] => {
      const fields = typeof given === 'function' ? given(now) : given;
      const known = sharedFacts[collection](now);
      if (known === undefined) {
        const made = make(collection, now);
        return [{ path: [collection, made.id], value: { ...made, ...fields } }];
      }
      return Object.entries(fields).map(([key, value]) => ({ path: [collection, known.id, key], value }));
    });
}

export function SharedFacts({ file }: { readonly file: CaseFile }): ReactNode {
  return (
    <>
      <div className="family-line">
        <Crossing file={file} />
        <PlaceNow file={file} />
        <RepresentationNow file={file} />
      </div>
      <div className="family-line">
        <Programme file={file} />
      </div>
      <div className="family-line">
        <FirstPaper file={file} />
      </div>
    </>
  );
}

function Crossing({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const write = useSharedFact(file);
  const crossing = sharedFacts.encounters(file);
  const put = (fields: { date?: Answer<PartialDate>; port?: Answer<Place> }): void =>
    void write('encounters', fields, 'encounter.changed');
  return (
    <>
      <DateField
        label={t('family.crossedOn')}
        value={crossing?.date ?? notAsked}
        onChange={(date) => put({ date })}
        data-slot={`${file.id}/shared/crossedOn`}
      />
      <PlaceField
        label={t('family.crossedAt')}
        kinds={['port', 'station']}
        value={crossing?.port ?? notAsked}
        onChange={(port) => put({ port })}
        data-slot={`${file.id}/shared/crossedAt`}
      />
    </>
  );
}

/** Where they are now is a value of each person; here it is set for everybody at once. */
function PlaceNow({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const change = useChangeCase(file.id);
  function write(placeNow: Answer<Place>): void {
    void change('person.changed', (now) =>
      peopleInOrder(now).map((person) => ({ path: ['people', person.id, 'placeNow'], value: placeNow })),
    );
  }
  return (
    <PlaceField
      label={t('family.placeNow')}
      kinds={['city']}
      value={peopleInOrder(file)[0]?.placeNow ?? notAsked}
      onChange={write}
      data-slot={`${file.id}/shared/placeNow`}
    />
  );
}

/** Choosing the port of return also names the city across, unless one was given. */
function Programme({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const write = useSharedFact(file);
  const status = sharedFacts.programme(file);
  function putPort(portOfReturn: Answer<Place>): void {
    const code = portOfReturn.status === 'answered' ? portOfReturn.value.code : null;
    const across = code === null ? null : cityAcross(code);
    const city = { status: 'answered', value: { code: across?.code ?? null, text: '', country: 'MX' } };
    const fields = (now: CaseFile): Fields => {
      const hasCity = sharedFacts.programme(now)?.cityOfReturn.status === 'answered';
      return across !== null && !hasCity ? { portOfReturn, cityOfReturn: city } : { portOfReturn };
    };
    void write('programme', fields, 'programme.changed');
  }
  return (
    <>
      <DateField
        label={t('family.inSince')}
        value={status?.from ?? notAsked}
        onChange={(from) => void write('programme', { from }, 'programme.changed')}
        data-slot={`${file.id}/shared/inSince`}
      />
      <PlaceField
        label={t('family.portOfReturn')}
        kinds={['port']}
        value={status?.portOfReturn ?? notAsked}
        onChange={putPort}
        data-slot={`${file.id}/shared/portOfReturn`}
      />
      <PlaceField
        label={t('family.cityOfReturn')}
        kinds={['city']}
        value={status?.cityOfReturn ?? notAsked}
        onChange={(cityOfReturn) => void write('programme', { cityOfReturn }, 'programme.changed')}
        data-slot={`${file.id}/shared/cityOfReturn`}
      />
      <AnswerSelect
        label={t('family.version')}
        options={programmeVersionEntries.map((entry) => ({ value: entry.id, label: entry.name[language] }))}
        value={status?.version ?? notAsked}
        onChange={(version) => void write('programme', { version }, 'programme.changed')}
      />
    </>
  );
}

function RepresentationNow({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const write = useSharedFact(file);
  const present = sharedFacts.representation(file);
  return (
    <SelectField
      label={t('family.representation')}
      value={present?.status ?? null}
      placeholder={t('family.relationNone')}
      options={representationStages.map((stage) => ({ value: stage, label: t(`family.representationIs.${stage}`) }))}
      onChange={(status) => status !== null && void write('representation', { status }, 'representation.changed')}
    />
  );
}

function FirstPaper({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const write = useSharedFact(file);
  const first = sharedFacts.papers(file);
  const recorded = valueOf(first?.languages ?? notAsked) ?? [];
  const languages = useChosen(recorded, recorded.join());
  const putLanguages = (tags: string[]): void =>
    void languages.choose(tags, () => {
      const given = tags.length === 0 ? notAsked : { status: 'answered', value: tags };
      return write('papers', { languages: given }, 'paper.changed');
    });
  return (
    <>
      <SelectField
        label={t('family.firstPaper')}
        value={first?.kind ?? null}
        placeholder={t('family.relationNone')}
        options={paperKinds.map((kind) => ({ value: kind, label: t(`paper.kind.${kind}`) }))}
        onChange={(kind) => kind !== null && void write('papers', { kind }, 'paper.changed')}
      />
      <DateField
        label={t('family.firstPaperServed')}
        value={first?.servedOn ?? notAsked}
        onChange={(servedOn) => void write('papers', { servedOn }, 'paper.changed')}
        data-slot={`${file.id}/shared/servedOn`}
      />
      <MultiSelectField
        label={t('family.firstPaperLanguages')}
        value={languages.value}
        options={languageOptions(language)}
        onChange={(tags) => putLanguages([...tags])}
      />
    </>
  );
}
