/** Small words inside of Spanish, Portuguese, Dutch and German names: "de la Cruz", "dos Santos", "van der Berg". */
export const nameParticles: ReadonlySet<string> = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'e',
  'da',
  'das',
  'do',
  'dos',
  'van',
  'von',
  'der',
]);

/** Words that open a name and do not end one: the particles, and "San Juan", "Santa Cruz". In small letters. */
export const nameOpeners: ReadonlySet<string> = new Set([...nameParticles, 'san', 'santa']);
