/** Every key of resources/locales/en.json as a type, plural endings cut off. */
import type en from '#resources/locales/en.json';

type Singular<K extends string> = K extends `${infer Stem}_one` ? Stem : K extends `${infer Stem}_other` ? Stem : K;

type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Singular<K> : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

/** A key that has a text in English; the check of locales demands the Spanish one. */
export type Key = Leaves<typeof en>;

/** Values that a text names. `count` chooses the plural. */
export type Vars = Readonly<Record<string, string | number>>;

export type Language = 'en' | 'es';
