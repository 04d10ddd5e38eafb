/** The court of a document and the people in its caption. */
import type { CaseFile } from '#shared/domain/case-file.ts';
import { formatName } from '#shared/domain/format.ts';
import { type FactBase, isVisible, peopleInOrder, visibleFacts } from '#shared/domain/people.ts';
import { dateSortKey } from '#shared/domain/partial-date.ts';
import type { Person } from '#shared/domain/person.ts';
import { filingCourtOf, placeByCode, placesOfKind } from '#shared/reference/places.ts';
import type { PlaceEntry } from '#shared/reference/types.ts';
import { known } from './build/teller.ts';
import { type DocumentContext, hearingOf } from './context.ts';

function proceedingOf(file: CaseFile, personId: string): CaseFile['proceedings'][string] | undefined {
  return visibleFacts(file, 'proceedings', personId)[0];
}

/**
 * Court of the document, a code of the reference or what was typed: as chosen for it, as the coming hearing or the
 * proceeding says, else as the client's latest hearing says, else the court of the port. Empty when nothing tells.
 */
export function courtOf(context: DocumentContext): string {
  const { draft, file } = context;
  if (draft.fields.court) return draft.fields.court;
  const client = draft.about[0] ?? '';
  const hearing = hearingOf(context);
  const proceeding = proceedingOf(file, client);
  const earlier = visibleFacts(file, 'hearings', client)
    .sort((a, b) => (dateSortKey(known(a.date)) < dateSortKey(known(b.date)) ? 1 : -1))
    .flatMap((one) => known(one.court) ?? []);
  const port = hearing ? known(hearing.portToReport)?.code : null;
  return (
    (hearing && known(hearing.court)) ??
    (proceeding && (known(proceeding.controllingCourt) ?? known(proceeding.court))) ??
    earlier[0] ??
    (port ? (filingCourtOf(port)?.code ?? '') : '')
  );
}

/** The court of the reference behind a code or a typed name ("El Paso"); null for a name that it does not have. */
export function courtEntry(court: string): PlaceEntry | null {
  const coded = placeByCode(court);
  if (coded) return coded;
  const typed = court.trim().toLowerCase();
  return (
    placesOfKind(['court']).find((entry) =>
      [entry.short, entry.city, entry.name.en, entry.name.es].some((name) => name?.toLowerCase() === typed),
    ) ?? null
  );
}

/**
 * The people in the caption: those of the client's proceeding, else of the hearing, else of the Notice to Appear,
 * else everybody of the case. A relative whose case runs elsewhere is not named (practice manual 5.1).
 */
export function respondentsOf(context: DocumentContext): Person[] {
  const { draft, file } = context;
  const client = draft.about[0] ?? '';
  const hearings = visibleFacts(file, 'hearings', client);
  const notices = visibleFacts(file, 'papers', client).filter((paper) => paper.kind === 'noticeToAppear');
  const source: FactBase | undefined =
    proceedingOf(file, client) ?? hearingOf(context) ?? hearings.at(-1) ?? notices.at(-1);
  const everybody = peopleInOrder(file);
  if (!source || !isVisible(source, { personId: client })) return everybody;
  return everybody.filter((person) => source.about.includes(person.id));
}

const chargingDocument = /notice to appear|\bnta\b|i-862|comparecencia/i;

/**
 * The one way a court paper's caption writes a person: the full name as on the charging document (Practice Manual
 * 3.3(c)(vi)), in its order and with its letters, accents or none; else the person's own. In capitals, as charging
 * documents are, particles too ("DE LA CRUZ"). Empty without a name.
 */
export function courtName(person: Person): string {
  const written = Object.values(person.names)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .find((name) => name.kind === 'asWritten' && chargingDocument.test(name.writtenOn));
  return formatName(written ?? person).toUpperCase();
}
