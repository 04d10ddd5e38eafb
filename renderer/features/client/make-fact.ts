/** New facts as they begin: about whom, recorded by whom, everything else not asked yet. */
import type { Id, Recorded } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { fearEvent, irregularity } from '#shared/domain/fear.ts';
import { harm } from '#shared/domain/harm.ts';
import { attempt, channel, hearing, vulnerability } from '#shared/domain/hearing.ts';
import { encounter, paper, stay } from '#shared/domain/journey.ts';
import { separation } from '#shared/domain/person.ts';
import { screening } from '#shared/domain/screening.ts';
import { childAndDisability, instrumentOn } from '#shared/reference/screenings.ts';
import { dayHere } from '#renderer/record/now.ts';

export const addable = [
  'crossing',
  'returnToMexico',
  'fear',
  'hearing',
  'harm',
  'paper',
  'stay',
  'attempt',
  'channel',
  'separation',
  'vulnerability',
  'screening',
  'irregularity',
] as const;
export type Addable = (typeof addable)[number];

export interface MadeFact {
  readonly collection: keyof CaseFile & string;
  readonly id: Id;
  readonly fact: unknown;
  /** Locale key under `history.`. */
  readonly act: string;
}

interface Base {
  readonly id: Id;
  readonly about: readonly Id[];
  readonly recorded: Recorded;
}

/** A new record of a kind. An attempt happens now; everything else gets its date from the user. */
export function makeFact(kind: Addable, base: Base): MadeFact {
  const shape = { ...base, about: [...base.about] };
  const made = (collection: MadeFact['collection'], fact: unknown, act: string): MadeFact => ({
    collection,
    id: base.id,
    fact,
    act,
  });
  switch (kind) {
    case 'crossing':
    case 'returnToMexico':
      return made('encounters', encounter.parse({ ...shape, kind }), 'encounter.changed');
    case 'fear':
      return made('fearEvents', fearEvent.parse(shape), 'fear.added');
    case 'hearing':
      return made('hearings', hearing.parse(shape), 'hearing.changed');
    case 'harm':
      return made('harms', harm.parse({ ...shape, where: 'mexico' }), 'harm.changed');
    case 'paper':
      return made('papers', paper.parse({ ...shape, kind: 'noticeToAppear' }), 'paper.changed');
    case 'stay':
      return made('stays', stay.parse({ ...shape, kind: 'shelter' }), 'stay.changed');
    case 'attempt':
      return made('attempts', attempt.parse({ ...shape, at: base.recorded.at, result: 'answered' }), 'attempt.added');
    case 'channel':
      return made('channels', channel.parse({ ...shape, kind: 'whatsapp' }), 'channel.changed');
    case 'vulnerability':
      return made('vulnerabilities', vulnerability.parse({ ...shape, code: '' }), 'vulnerability.changed');
    case 'screening': {
      // Of one person, with the version in force on the day it is begun.
      const { id: instrument, version } = instrumentOn(childAndDisability, dayHere(new Date(base.recorded.at)));
      const fact = screening.parse({ ...shape, about: shape.about.slice(0, 1), instrument, version });
      return made('screenings', fact, 'screening.changed');
    }
    case 'irregularity': {
      // Counted as hearsay until somebody says that it was seen or read.
      const alone = irregularity.parse({ ...shape, type: '', decision: 'added', basis: 'told' });
      return made('irregularities', alone, 'irregularity.entered');
    }
    case 'separation': {
      // Who was separated is for the user to say: nobody is assumed.
      const { id, recorded } = base;
      return made('separations', separation.parse({ id, people: [], recorded }), 'separation.changed');
    }
  }
}
