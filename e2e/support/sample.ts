/** People of the sample vault, by the names their records have there. All invented. */

/** The person with the fullest case. */
export const fullest = 'María José Ixcoy Tzoc';
/** A mother whose son has a screening. */
export const screened = 'Keyla Marisol Orellana Pineda';
