export interface FoundElectron {
  readonly dist: string;
  readonly executable: string;
  readonly version: string;
  readonly isFallback: boolean;
}
export function findElectron(): FoundElectron | null;
export function provideElectron(): FoundElectron;
