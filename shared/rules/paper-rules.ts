/** Rules over papers: language of a notice (SR6), its address (CP27), a hearing date that was never set. */
import type { Id } from '#shared/domain/base.ts';
import { valueOf } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Paper } from '#shared/domain/journey.ts';
import { comparePartialDates, datesCanAgree } from '#shared/domain/partial-date.ts';
import { factFor, liveFacts } from '#shared/domain/people.ts';
import { type At, type Finding, findingOf, type Hit, hit, why } from './finding.ts';
import { readsLanguage } from './understanding.ts';

/** Papers whose reader has to act on them. */
export const noticeKinds: readonly Paper['kind'][] = ['noticeToAppear', 'tearSheet', 'hearingNotice'];

/** Letters and digits only, without accents, for comparing addresses. */
export function foldAddress(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Stand-ins seen on real notices in place of an address (published reports: CP27). */
const standIns = new Set([
  'facebook',
  'none',
  'n a',
  'na',
  'unknown',
  'no address',
  'ninguna',
  'domicilio conocido',
  'sin domicilio',
]);

function noticeLanguage(file: CaseFile, paper: Paper, personId: Id | null): Hit | null {
  const person = personId ? file.people[personId] : undefined;
  const languages = valueOf(paper.languages);
  if (!person || !languages || languages.length === 0 || !noticeKinds.includes(paper.kind)) return null;
  const reads = languages.map((tag) => readsLanguage(person, tag));
  if (reads.some((one) => one !== false)) return null;
  const reason = valueOf(person.canRead) === 'no' ? 'cannotRead' : 'noticeNotRead';
  return hit(['languages'], why(reason, { languages: languages.join(', ') }));
}

/** Where the person stayed on the day of the paper, as text that an address can be compared with. */
function stayTexts(file: CaseFile, paper: Paper, personId: Id | null): string[] {
  const when = valueOf(paper.servedOn) ?? valueOf(paper.date);
  return liveFacts(file, 'stays')
    .filter((stay) => personId === null || stay.about.includes(personId))
    .filter((stay) => {
      if (!when) return true;
      const [from, until] = [valueOf(stay.from), valueOf(stay.until)];
      const started = !from || comparePartialDates(from, when) <= 0 || datesCanAgree(from, when);
      return started && (!until || comparePartialDates(until, when) >= 0 || datesCanAgree(until, when));
    })
    .map((stay) => foldAddress(valueOf(stay.place)?.text ?? ''))
    .filter((text) => text !== '');
}

/** Whether every word of `part` is in `whole`, in any order. */
function holdsWords(whole: string, part: string): boolean {
  const words = new Set(whole.split(' '));
  return part.split(' ').every((word) => words.has(word));
}

function falseAddress(file: CaseFile, paper: Paper, personId: Id | null): Hit | null {
  const written = valueOf(paper.addressWritten);
  if (written === undefined) return null;
  const folded = foldAddress(written);
  if (folded === '') return hit(['addressWritten'], why('addressEmpty'));
  if (standIns.has(folded)) return hit(['addressWritten'], why('addressStandIn', { address: written }));
  const stays = stayTexts(file, paper, personId);
  const fits = stays.some((text) => holdsWords(text, folded) || holdsWords(folded, text));
  return stays.length > 0 && !fits ? hit(['addressWritten'], why('addressDiffers', { address: written })) : null;
}

const closing: ReadonlySet<string> = new Set(['terminated', 'dismissed', 'reliefGranted']);

function falseCourtDate(file: CaseFile, paper: Paper, personId: Id | null): Hit | null {
  const written = valueOf(paper.hearingDateWritten);
  const served = valueOf(paper.servedOn) ?? valueOf(paper.date);
  if (!written || !served || comparePartialDates(written, served) <= 0) return null;
  const closedBefore = liveFacts(file, 'hearings').some((hearing) => {
    const date = valueOf(hearing.date);
    const about = personId === null || hearing.about.includes(personId);
    const isClosed = closing.has(valueOf(hearing.outcome) ?? '');
    return about && isClosed && date !== undefined && comparePartialDates(date, served) <= 0;
  });
  return closedBefore ? hit(['hearingDateWritten', 'servedOn'], why('dateAfterClosed')) : null;
}

/** Proposals from one paper, each for the people whom it is true of. */
export function findForPaper(file: CaseFile, paper: Paper): Finding[] {
  const at: At = { collection: 'papers', id: paper.id };
  const rules: Readonly<Record<string, (file: CaseFile, paper: Paper, personId: Id | null) => Hit | null>> = {
    'NOTICE-LANGUAGE': noticeLanguage,
    'FALSE-ADDRESS': falseAddress,
    'FALSE-COURT-DATE': falseCourtDate,
  };
  const people: (Id | null)[] = paper.about.length > 0 ? [...paper.about] : [null];
  return Object.entries(rules).flatMap(([type, rule]) => {
    const hits = people.map((personId) => ({
      personId,
      hit: rule(file, personId ? factFor(paper, personId) : paper, personId),
    }));
    return findingOf(type, at, hits) ?? [];
  });
}

/** Addresses that stand on papers of at least `least` unrelated cases (SR23): folded address → case ids. */
export function sharedAddresses(files: readonly CaseFile[], least: number): ReadonlyMap<string, readonly Id[]> {
  const cases = new Map<string, Set<Id>>();
  for (const file of files) {
    for (const paper of liveFacts(file, 'papers')) {
      const folded = foldAddress(valueOf(paper.addressWritten) ?? '');
      if (folded === '') continue;
      cases.set(folded, (cases.get(folded) ?? new Set()).add(file.id));
    }
  }
  return new Map([...cases].filter(([, ids]) => ids.size >= least).map(([address, ids]) => [address, [...ids].sort()]));
}
