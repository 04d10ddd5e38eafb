/**
 * Published shares behind the generated vaults, each with its source. Where nothing is published the weight is an
 * assumption and says so. Counts as published; only their proportions matter.
 */

export interface Weighted<T> {
  readonly value: T;
  readonly weight: number;
}

const weighted = <T>(rows: readonly (readonly [T, number])[]): readonly Weighted<T>[] =>
  rows.map(([value, weight]) => ({ value, weight }));

/** Languages of 29,423 pending MPP cases, end of January 2021 (TRAC report 644). */
export const languages = weighted([
  ['es', 28_566],
  ['pt-BR', 498],
  ['mam', 71],
  ['quc', 59],
  ['kek', 40],
  ['kjb', 25],
  ['knj', 16],
  ['acr', 10],
  ['cac', 8],
  ['qu', 8],
  ['agu-x-chalchi', 7],
  ['jac', 5],
  ['cak', 4],
]);

/**
 * Nationality of Spanish speakers: Honduras about 22,000 and Guatemala about 15,000 of 61,000 (January 2020), Venezuela
 * over 1,700 (pending, January 2021). The rest of the 61,000 is split by assumption.
 */
export const nationalities = weighted([
  ['HN', 22_000],
  ['GT', 15_000],
  ['CU', 8_500],
  ['SV', 7_500],
  ['EC', 4_000],
  ['NI', 1_900],
  ['VE', 1_700],
  ['PE', 250],
  ['CO', 150],
]);

/** Court cases by place in July 2019 (TRAC, 26 August 2019), as ports of return. */
export const ports = weighted([
  ['ELP', 3_768],
  ['LAR', 3_114],
  ['CAL', 1_838],
  ['SYS', 1_634],
  ['BRO', 1_450],
]);

/**
 * New MPP court cases per month: January to July 2019 and the peak of about 12,500 in August (TRAC, 26 August 2019).
 * September 2019 on is an assumption that falls off to the closing of the courts in March 2020.
 */
export const months = weighted([
  ['2019-01', 15],
  ['2019-02', 164],
  ['2019-03', 339],
  ['2019-04', 2_629],
  ['2019-05', 5_161],
  ['2019-06', 5_883],
  ['2019-07', 11_804],
  ['2019-08', 12_500],
  ['2019-09', 9_000],
  ['2019-10', 6_000],
  ['2019-11', 4_500],
  ['2019-12', 3_500],
  ['2020-01', 3_000],
  ['2020-02', 2_500],
]);

/** Completed 41,888 of 71,036 court cases (January 2021). */
export const completedShare = 41_888 / 71_036;

/**
 * How completed cases ended: about 27,800 in absentia and 6,686 terminated (June 2021), 641 with relief (January 2021);
 * what is left of 41,888 is taken as removal orders. Different dates, so rough.
 */
export const outcomes = weighted([
  ['inAbsentia', 27_800],
  ['terminated', 6_686],
  ['reliefGranted', 641],
  ['removalOrder', 41_888 - 27_800 - 6_686 - 641],
] as const);

/** Ever represented, early 2021. */
export const representedShare = 0.075;

/** Of those asked, 89.5 percent stated fear; of those, 40.4 percent got a second interview (607 people, July-October 2019). */
export const statedWhenAsked = 0.895;
export const interviewedOfStated = 0.404;

/** Results of interviews, December 2021: 186 negative, 28 positive, 23 closed. */
export const interviewResults = weighted([
  ['negative', 186],
  ['positive', 28],
  ['administrativelyClosed', 23],
] as const);

/** About one in three was threatened in Mexico (survey, 2019). */
export const harmedInMexico = 1 / 3;

/** Children: about 16,000 of nearly 50,000, nearly 500 of them infants (October 2019). */
export const childShare = 16 / 50;
export const infantOfChildren = 500 / 16_000;

/** Assumption: whether the officer asked at all. */
export const officerAskedShare = 0.3;

/**
 * Assumption: people per case. With 0.7 as the share of children among everybody but the first, a third of all people
 * are children, as published.
 */
export const familySizes = weighted([
  [1, 45],
  [2, 28],
  [3, 17],
  [4, 10],
]);
export const childAmongOthers = 0.7;
