/** Names and sentences of generated people: all invented. */
export const givenNames =
  'María José Ana Juan Rosa Luis Carmen Carlos Marta Óscar Yesenia Wilmer Keyla Josué Dania Elvin Nohemí Ángel Lesly Kevin Blanca Selvin Iris Darwin Sandra'.split(
    ' ',
  );
export const surnames: readonly string[] = [
  'Hernández',
  'López',
  'García',
  'Martínez',
  'Rodríguez',
  'Pérez',
  'Mejía',
  'Zelaya',
  'Orellana',
  'Funes',
  'Cáceres',
  'de la Cruz',
  'Núñez',
  'Ixcoy',
  'Tzoc',
  'Pascual',
  'Ñamendi',
  'Beltrán',
  'Alvarado',
  'del Cid',
  'Chávez',
  'Aguirre',
];

/** Told in Spanish, with its English. */
export const stories = [
  [
    'Nos siguieron desde la terminal y nos dijeron que ya sabían de dónde veníamos.',
    'They followed us from the bus station and told us that they already knew where we came from.',
  ],
  [
    'Entraron al cuarto de noche y preguntaron por el dinero.',
    'They came into the room at night and asked for the money.',
  ],
  [
    'Me quitaron el teléfono y dijeron que no volviera a pasar por esa calle.',
    'They took my telephone and said that I should not pass through that street again.',
  ],
  [
    'Un hombre se llevó a mi hijo de la mano y lo alcancé en la esquina.',
    'A man took my son by the hand and I caught up with him at the corner.',
  ],
] as const;
/** What was said to an officer; the last where nothing was said. */
export const fears = [
  ['Dije que tenía miedo de volver y no me contestó.', 'I said that I was afraid to go back and he did not answer me.'],
  ['Le dije que allá nos estaban buscando.', 'I told him that they were looking for us there.'],
  ['No supe que lo podía decir.', 'I did not know that I could say it.'],
] as const;
