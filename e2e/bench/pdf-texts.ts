/**
 * Fifty different declarations of 45 numbered paragraphs (44 told events and who speaks) on nine double-spaced pages, from a seeded generator:
 * the same texts in every run. People, places in the sentences and dates are invented combinations.
 */
import { mulberry32 } from '../support/random.ts';

export interface BenchText {
  readonly title: string;
  readonly code: string;
  /** What the client said about each event. */
  readonly paragraphs: readonly string[];
}

const names = [
  'María José Ixcoy Tzoc',
  'Juana Pérez Hernández',
  'Wilmer Núñez Zelaya',
  'Francisca Güinea',
  'Édgar Muñoz',
];
const places = ['the Paso del Norte bridge', 'San Ysidro', 'Gateway Bridge in Brownsville', 'Laredo', 'Calexico West'];
const cities = ['Ciudad Juárez', 'Tijuana', 'Matamoros', 'Nuevo Laredo', 'Mexicali'];
const months = ['January', 'March', 'May', 'August', 'September', 'November'];
const sentences = [
  'On {month} {day}, 2019, I came to {place} with my son and my daughter, who was {small} years old.',
  'An officer in a green uniform spoke to me in Spanish, which I understand a little, and not in qʼanjobʼal.',
  'The officer did not ask me if I was afraid to go back to {city}.',
  'I told him that {small} men had followed us from the bus station and that they knew the name of my sister.',
  'He told me that it was not his concern and that everybody has to wait in Mexico until the hearing.',
  'We were held that night for {small} hours in a cold room, and nobody gave the children anything to eat.',
  'I signed {small} papers in English; nobody read them back to me, and I was not given a copy of the notes.',
  'After that we were sent back to {city}, where we knew nobody and where the shelter was already full.',
  'About {month} {day}, 2019, two men near the shelter threatened us and demanded money from my husband.',
  'I did not go to the police because the men said that they would know about it within the hour.',
  'My hearing was set for {month} {day}, at 12:30 p.m., but the sheet told us to report at 4:30 in the morning.',
];

export function benchTexts(count = 50): BenchText[] {
  return Array.from({ length: count }, (_, index) => oneText(index + 1));
}

function oneText(seed: number): BenchText {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const fill = (sentence: string) =>
    sentence
      .replace('{month}', () => pick(months))
      .replace('{day}', () => String(1 + Math.floor(random() * 28)))
      .replace('{place}', () => pick(places))
      .replace('{city}', () => pick(cities))
      .replace('{small}', () => pick(['two', 'three', 'four', 'six', 'nine']));
  const paragraphs: string[] = [];
  let total = 0;
  for (let index = 0; index < 44; index++) {
    // About five lines each with the words that the builder puts before them; what one has too much the next has less.
    const target = (index + 1) * 376 - total;
    let text = fill(pick(sentences));
    while (text.length < target - 50) text += ` ${fill(pick(sentences))}`;
    total += text.length;
    paragraphs.push(text);
  }
  return {
    title: `DECLARATION OF ${pick(names).toUpperCase()}`,
    code: `2019-${String(seed).padStart(3, '0')} · d1 · ${(seed * 7919).toString(36).toUpperCase().padStart(4, '0')}`,
    paragraphs,
  };
}
