/** A draft of the invented family, for the tests of this folder. The library comes from the test: this file reads nothing. */
import { countingIds } from '#shared/domain/case-builder.ts';
import type { DocumentContext } from './context.ts';
import { startDraft } from './draft.ts';
import type { TemplateLibrary } from './library.ts';
import { answeredValue as yes, fact, family, fixtureId, fixtureRecorded, maria, office } from './test-family.ts';

type Facts = Readonly<Record<string, unknown>>;

/** Starts a draft of María's case with these facts; `more` goes over what the draft is started with. */
export function starter(library: TemplateLibrary) {
  return (facts: Facts, templateId = 'declaration', more: object = {}): DocumentContext => {
    const tools = { file: family(facts), office: office(), library, today: '2019-05-01', newId: countingIds(7) };
    const start = { id: fixtureId(600), templateId, about: [maria], createdAt: '2019-10-01T00:00:00Z' };
    return { ...tools, draft: startDraft({ ...start, recorded: fixtureRecorded, ...more }, tools) };
  };
}

/** The same draft over other facts. */
export function withFacts(context: DocumentContext, facts: Facts) {
  return { ...context, file: family(facts), newId: countingIds(8) };
}

/** A hearing in San Diego, reported for at San Ysidro. */
export function hearingFact(more: object = {}) {
  return fact(80, {
    court: yes('IC-SND'),
    date: yes({ value: '2019-05-15', precision: 'day' }),
    time: yes('12:30'),
    zone: 'America/Los_Angeles',
    portToReport: yes({ code: 'SYS' }),
    reportTime: yes('09:00'),
    ...more,
  });
}

/** A fear event that tells of nothing but the return. */
export function returnedFact(more: object = {}) {
  const returnedOn = yes({ value: '2019-08-15', precision: 'day' });
  return fact(40, { returned: yes('yes'), returnedOn, returnedTime: yes('06:10'), ...more });
}
