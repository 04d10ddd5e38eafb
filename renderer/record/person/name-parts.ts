/** Between typed names and their parts: any number, in the person's order, particles kept with the name they open. */

import { nameOpeners } from '#shared/domain/name-particles.ts';

/**
 * Splits what was typed into names: "Pérez de la Cruz" → ["Pérez", "de la Cruz"]. Text that ends in a particle keeps
 * it as a name, because it may be one.
 */
export function splitNames(text: string): string[] {
  const parts: string[] = [];
  let open = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = open === '' ? word : `${open} ${word}`;
    if (nameOpeners.has(word.toLowerCase())) open = joined;
    else {
      parts.push(joined);
      open = '';
    }
  }
  if (open !== '') parts.push(open);
  return parts;
}
