/**
 * Which of English and Spanish a text plainly is, by its function words. For asking a person, whatever language the
 * text is labelled with, never for deciding. No other language is guessed: Mayan languages borrow Spanish words.
 */
const functionWords: Readonly<Record<'en' | 'es', ReadonlySet<string>>> = {
  en: new Set(
    `the and that this was were is are am be been he she they we you him her them his their our my your of to in on at
    with from for by not but have has had did do does said told asked when where who what because would could will if
    there then than it its i me us an or so about after before`.split(/\s+/),
  ),
  es: new Set(
    `el la los las un una unos unas y que de del al en con por para no pero se me te nos lo le les su sus mi mis es era
    fue fueron son está estaba estaban hay había tengo tenía tiene dijo dije dijeron cuando donde dónde quien quién qué
    porque como cómo si yo él ella ellos ellas nosotros usted ustedes muy más ya este esta eso aquí allí`.split(/\s+/),
  ),
};
/** Fewest function words of the guessed language, how many times those of the other, and of how many words one is one. */
const fewest = 3;
const times = 3;
const oneOf = 4;

/**
 * `en` or `es` when at least three function words say so, three times as many as for the other, and every fourth word
 * is one: another language that borrows some is not guessed. Else null.
 */
export function guessLanguage(text: string): 'en' | 'es' | null {
  const words =
    text
      .normalize('NFC')
      .toLocaleLowerCase('es')
      .match(/\p{L}+/gu) ?? [];
  const count = (language: 'en' | 'es'): number => words.filter((word) => functionWords[language].has(word)).length;
  const [en, es] = [count('en'), count('es')];
  const says = (own: number, other: number): boolean =>
    own >= fewest && own >= other * times && own * oneOf >= words.length;
  if (says(en, es)) return 'en';
  return says(es, en) ? 'es' : null;
}
