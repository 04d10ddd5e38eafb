/** A screening of one person by a versioned instrument of the reference (features.md SR8). */
import { z } from 'zod';
import { answer, factShape, id, partialDate, words } from './base.ts';

/**
 * Answers are kept by item of the instrument and the version that they were given to, so that they are read in the
 * words they were asked in. `answers` holds `yes`, `no` or the value of a choice, `texts` what was told in free words.
 */
export const screening = z.strictObject({
  ...factShape,
  /** One person: each has an own screening. */
  about: z.array(id).length(1),
  /** Id and version of resources/reference/screening-instruments.json. */
  instrument: z.string().min(1),
  version: z.number().int().positive(),
  date: answer(partialDate),
  answers: z.record(z.string(), answer(z.string())).default({}),
  texts: z.record(z.string(), answer(words)).default({}),
});
export type Screening = z.infer<typeof screening>;
