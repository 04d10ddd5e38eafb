/** The part of linebreak (UAX #14) that is used; the package has no types of its own. */
declare module 'linebreak' {
  export interface Break {
    readonly position: number;
    readonly required: boolean;
  }
  // biome-ignore lint/style/noDefaultExport: the package has a default export
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): Break | null;
  }
}
