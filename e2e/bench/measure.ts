/** A measured figure beside a peer's, and the small sums that all benches share. */
export interface Row {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly peer: string;
  readonly peerFigure: number;
  /** Ours divided by the peer's. */
  readonly ratio: number;
  readonly goal: string;
  readonly pass: boolean;
}

/** The value below which `share` (0 to 1) of the values lie; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A row with its figures rounded to two decimals; `pass` is decided before rounding. */
export function row(given: Omit<Row, 'ratio'>): Row {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const { figure, peerFigure } = given;
  const ratio = peerFigure === 0 ? 0 : round(figure / peerFigure);
  return { ...given, figure: round(figure), peerFigure: round(peerFigure), ratio };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
