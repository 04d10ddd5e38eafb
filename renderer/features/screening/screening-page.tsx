/**
 * The standard screening of one person: the questions of the version that it was made with, in its words. A question
 * that follows from another comes on screen with that answer. Nothing that is missing stops anything.
 */
import type { ReactNode } from 'react';
import type { Answer, Id, Words } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Screening } from '#shared/domain/screening.ts';
import { instrumentOf } from '#shared/reference/screenings.ts';
import type { ScreeningInstrument, ScreeningItem } from '#shared/reference/types.ts';
import { itemsToShow } from '#shared/rules/screening-items.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { BoundChoice, BoundDate, BoundYesNo } from '#renderer/record/bound-fields.tsx';
import { BoundWords } from '#renderer/record/bound-words.tsx';
import { EnterGoesOn } from '#renderer/record/enter-goes-on.tsx';
import { FactFrame } from '#renderer/record/fact-frame.tsx';
import { SourceFields } from '#renderer/record/fact-head.tsx';
import { FactPage, Part } from '#renderer/record/fact-page.tsx';
import { missingNames } from '#renderer/record/missing.ts';
import { namedPeople, ownLanguage } from '#renderer/record/names.ts';
import { type Scope, scopeOf, type Slot, slotOf } from '#renderer/record/slot.ts';
import { TakeBack } from '#renderer/record/take-back.tsx';
import { useBound } from '#renderer/record/use-bound.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { SegmentedField } from '#renderer/ui/choice-field.tsx';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { Muted } from '#renderer/ui/text.tsx';

export interface ScreeningPageProps {
  readonly caseId: Id;
  readonly factId: Id;
}

export function ScreeningPage({ caseId, factId }: ScreeningPageProps): ReactNode {
  return (
    <FactFrame caseId={caseId} collection="screenings" factId={factId}>
      {(file, record) => (
        <ScreeningView file={file} scope={scopeOf(file.id, ['screenings', record.id], record, 'screening.changed')} />
      )}
    </FactFrame>
  );
}

interface ScreeningProps {
  readonly file: CaseFile;
  readonly scope: Scope<Screening>;
}

function ScreeningView({ file, scope }: ScreeningProps): ReactNode {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const instrument = instrumentOf(scope.record);
  const leave = (): void => go({ to: 'case', caseId: file.id, tab: 'family' });
  return (
    <EnterGoesOn className="r-fill" onEscape={leave}>
      <FactPage
        title={instrument?.name[language] ?? t('screening.title')}
        caseId={file.id}
        missing={missingNames('screenings', scope.record, t)}
        aside={<Version made={scope.record} instrument={instrument} />}
      >
        <ScreenedPerson file={file} scope={scope} />
        {instrument === null ? (
          <Banner tone="warning" title={t('screening.unknownVersion')}>
            {t('screening.unknownVersionHelp', { number: scope.record.version })}
          </Banner>
        ) : (
          <Questions file={file} scope={scope} instrument={instrument} />
        )}
        <Part title={t('record.source.part')}>
          <SourceFields scope={scope} file={file} />
          <TakeBack scope={scope} label={t('screening.remove')} onDone={leave} />
        </Part>
      </FactPage>
    </EnterGoesOn>
  );
}

/** Which words are shown, and that no attorney has approved them. */
function Version(props: { readonly made: Screening; readonly instrument: ScreeningInstrument | null }): ReactNode {
  const t = useT();
  return (
    <>
      <Tag>{t('screening.version', { number: props.made.version })}</Tag>
      {props.instrument?.reviewed === false ? (
        <Tag tone="warning" icon="warning">
          {t('screening.notReviewed')}
        </Tag>
      ) : null}
    </>
  );
}

function ScreenedPerson({ file, scope }: ScreeningProps): ReactNode {
  const t = useT();
  const people = namedPeople(file, t);
  const about = useBound(slotOf(scope, 'about'));
  return (
    <div className="r-stack">
      {people.length < 2 ? null : (
        <SegmentedField
          label={t('screening.person')}
          value={about.value[0] ?? null}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(personId) => about.write([personId])}
        />
      )}
      <div className="r-half">
        <BoundDate slot={slotOf(scope, 'date')} label={t('screening.date')} />
      </div>
      <Muted>{t('screening.hint')}</Muted>
    </div>
  );
}

function Questions(props: ScreeningProps & { readonly instrument: ScreeningInstrument }): ReactNode {
  const t = useT();
  const language = useLanguage();
  const { file, scope, instrument } = props;
  const person = namedPeople(file, t).find((one) => scope.record.about.includes(one.id));
  const items = itemsToShow(scope.record, instrument);
  return instrument.sections.map((section) => (
    <Part key={section.id} title={section.title[language]}>
      <div className="r-stack">
        {items
          .filter((item) => item.section === section.id)
          .map((item) => (
            <Question key={item.id} scope={scope} item={item} language={ownLanguage(person?.person)} />
          ))}
      </div>
    </Part>
  ));
}

/** Answers lie under the id of their item; an item without one was not asked yet. */
function answerSlot<V>(scope: Scope<Screening>, under: 'answers' | 'texts', itemId: string, value: V): Slot<V> {
  return { fileId: scope.fileId, path: [...scope.path, under, itemId], value, act: scope.act };
}

function Question(props: {
  readonly scope: Scope<Screening>;
  readonly item: ScreeningItem;
  readonly language: string;
}): ReactNode {
  const screenLanguage = useLanguage();
  const { scope, item } = props;
  const label = item.wording[screenLanguage];
  if (item.kind === 'text') {
    const value: Answer<Words> = scope.record.texts[item.id] ?? { status: 'notAsked' };
    const slot = answerSlot(scope, 'texts', item.id, value);
    return <BoundWords slot={slot} label={label} language={props.language} minRows={2} />;
  }
  const value: Answer<string> = scope.record.answers[item.id] ?? { status: 'notAsked' };
  if (item.kind === 'yesNo') {
    const yesNo = value as Answer<'yes' | 'no'>;
    return <BoundYesNo slot={answerSlot(scope, 'answers', item.id, yesNo)} label={label} />;
  }
  const options = (item.options ?? []).map((one) => ({ value: one.value, label: one.label[screenLanguage] }));
  return <BoundChoice slot={answerSlot(scope, 'answers', item.id, value)} label={label} options={options} />;
}
