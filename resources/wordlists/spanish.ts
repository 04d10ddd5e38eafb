import { wordlist } from '@scure/bip39/wordlists/spanish.js';

/** The Spanish BIP39 list: 2,048 words, in composed form (NFC). */
export const spanish: readonly string[] = wordlist.map((word) => word.normalize('NFC'));
