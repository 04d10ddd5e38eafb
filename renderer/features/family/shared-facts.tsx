/**
 * What is true of everybody of a family: entered once, written as facts about all of them. A fact is made when its
 * first value is given; clearing a value keeps the fact.
 */
import { type ReactNode, useRef } from 'react';
import type { Answer, Id, PartialDate, Place } from '#shared/domain/base.ts';
import { representationStages } from '#shared/domain/standing.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { programmeStatus, representation } from '#shared/domain/hearing.ts';
import { encounter, paper, paperKinds } from '#shared/domain/journey.ts';
import { liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { cityAcross } from '#shared/reference/places.ts';
import { programmeVersionEntries } from '#shared/reference/programme.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { AnswerSelect } from '#renderer/record/bound-answer-select.tsx';
import type { Change } from '#renderer/store/contract.ts';
import { newId, recordedNow, useCommit, useSession } from '#renderer/store/use-store.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { MultiSelectField, SelectField } from '#renderer/ui/select-field.tsx';
import { PlaceField } from '#renderer/ui/place-field.tsx';
import { languageOptions } from '#renderer/ui/language-options.ts';

const notAsked = { status: 'notAsked' } as const;

type SharedCollection = 'encounters' | 'programme' | 'representation' | 'papers';

/**
 * Sets fields of a shared fact, making it about everybody when it is not there yet. Whoever types fast gives the next
 * value before the page has heard of the first: the id that was made is remembered.
 */
function useSharedFact(file: CaseFile) {
  const madeIds = useRef<Partial<Record<SharedCollection, Id>>>({});
  const commit = useCommit();
  const session = useSession();
  const about = peopleInOrder(file).map((person) => person.id);
  const base = (): Record<string, unknown> => ({ id: newId(), about, recorded: recordedNow(session) });
  const makers = {
    encounters: () => encounter.parse({ ...base(), kind: 'crossing' }),
    programme: () => programmeStatus.parse({ ...base(), status: 'in' }),
    representation: () => representation.parse({ ...base(), status: 'prospect' }),
    papers: () => paper.parse({ ...base(), kind: 'noticeToAppear' }),
  };
  return (
    collection: SharedCollection,
    factId: Id | undefined,
    fields: Readonly<Record<string, unknown>>,
    act: string,
  ) => {
    const changes: Change[] = [];
    const known = factId ?? madeIds.current[collection];
    if (known === undefined) {
      const made = makers[collection]();
      madeIds.current[collection] = made.id;
      changes.push({ path: [collection, made.id], value: { ...made, ...fields } });
    } else {
      for (const [key, value] of Object.entries(fields)) changes.push({ path: [collection, known, key], value });
    }
    void commit({ label: act, edits: [{ fileId: file.id, changes }] }).then((result) => {
      if (!result.ok && factId === undefined) madeIds.current[collection] = undefined;
    });
  };
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
  const crossing = liveFacts(file, 'encounters').find((one) => one.kind === 'crossing');
  const put = (fields: { date?: Answer<PartialDate>; port?: Answer<Place> }): void =>
    write('encounters', crossing?.id, fields, 'encounter.changed');
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
  const commit = useCommit();
  const people = peopleInOrder(file);
  function write(placeNow: Answer<Place>): void {
    const changes = people.map((person) => ({ path: ['people', person.id, 'placeNow'], value: placeNow }));
    void commit({ label: 'person.changed', edits: [{ fileId: file.id, changes }] });
  }
  return (
    <PlaceField
      label={t('family.placeNow')}
      kinds={['city']}
      value={people[0]?.placeNow ?? notAsked}
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
  const status = liveFacts(file, 'programme')[0];
  function putPort(portOfReturn: Answer<Place>): void {
    const code = portOfReturn.status === 'answered' ? portOfReturn.value.code : null;
    const across = code === null ? null : cityAcross(code);
    const hasCity = status?.cityOfReturn.status === 'answered';
    const city = { status: 'answered', value: { code: across?.code ?? null, text: '', country: 'MX' } };
    const fields = across !== null && !hasCity ? { portOfReturn, cityOfReturn: city } : { portOfReturn };
    write('programme', status?.id, fields, 'programme.changed');
  }
  return (
    <>
      <DateField
        label={t('family.inSince')}
        value={status?.from ?? notAsked}
        onChange={(from) => write('programme', status?.id, { from }, 'programme.changed')}
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
        onChange={(cityOfReturn) => write('programme', status?.id, { cityOfReturn }, 'programme.changed')}
        data-slot={`${file.id}/shared/cityOfReturn`}
      />
      <AnswerSelect
        label={t('family.version')}
        options={programmeVersionEntries.map((entry) => ({ value: entry.id, label: entry.name[language] }))}
        value={status?.version ?? notAsked}
        onChange={(version) => write('programme', status?.id, { version }, 'programme.changed')}
      />
    </>
  );
}

function RepresentationNow({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const write = useSharedFact(file);
  const present = liveFacts(file, 'representation')[0];
  return (
    <SelectField
      label={t('family.representation')}
      value={present?.status ?? null}
      placeholder={t('family.relationNone')}
      options={representationStages.map((stage) => ({ value: stage, label: t(`family.representationIs.${stage}`) }))}
      onChange={(status) =>
        status !== null && write('representation', present?.id, { status }, 'representation.changed')
      }
    />
  );
}

function FirstPaper({ file }: { readonly file: CaseFile }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const write = useSharedFact(file);
  const first = liveFacts(file, 'papers').sort((a, b) => (a.recorded.at < b.recorded.at ? -1 : 1))[0];
  const languages = first?.languages.status === 'answered' ? first.languages.value : [];
  return (
    <>
      <SelectField
        label={t('family.firstPaper')}
        value={first?.kind ?? null}
        placeholder={t('family.relationNone')}
        options={paperKinds.map((kind) => ({ value: kind, label: t(`paper.kind.${kind}`) }))}
        onChange={(kind) => kind !== null && write('papers', first?.id, { kind }, 'paper.changed')}
      />
      <DateField
        label={t('family.firstPaperServed')}
        value={first?.servedOn ?? notAsked}
        onChange={(servedOn) => write('papers', first?.id, { servedOn }, 'paper.changed')}
        data-slot={`${file.id}/shared/servedOn`}
      />
      <MultiSelectField
        label={t('family.firstPaperLanguages')}
        value={languages}
        options={languageOptions(language)}
        onChange={(tags) =>
          write(
            'papers',
            first?.id,
            { languages: tags.length === 0 ? notAsked : { status: 'answered', value: tags } },
            'paper.changed',
          )
        }
      />
    </>
  );
}
