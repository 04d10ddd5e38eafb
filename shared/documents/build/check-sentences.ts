import english from '#resources/templates/en/sentences.json' with { type: 'json' };
import spanish from '#resources/templates/es/sentences.json' with { type: 'json' };

/** Facts that only one language words with a form of its own: `when` beside `bornDate`, `time` beside `sinceTime`. */
const twins = new Set(['when', 'bornDate', 'time', 'sinceTime', 'person']);

function names(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').filter((name) => !twins.has(name));
}

/** Faults of the sentences: a key that one language lacks, unbalanced notation, facts that only one language prints. */
export function checkSentences(): string[] {
  const faults: string[] = [];
  const [en, es]: [Readonly<Record<string, string>>, Readonly<Record<string, string>>] = [
    english.sentences,
    spanish.sentences,
  ];
  for (const key of new Set([...Object.keys(en), ...Object.keys(es)])) {
    const [left, right] = [en[key], es[key]];
    if (left === undefined || right === undefined) {
      faults.push(`sentences.json: ${key}: expected in both languages; came in one`);
      continue;
    }
    for (const [language, text] of [
      ['en', left],
      ['es', right],
    ] as const) {
      const bare = text
        .replace(/\{\w+\}/g, '')
        .replace(/\[[^[\]<>{}]*;[^[\]<>{}]*\]/g, '')
        .replace(/<[^<>]*>/g, '');
      if (/[{}[\]<>]/.test(bare))
        faults.push(`${language}/sentences.json: ${key}: expected closed {…}, […;…], <…>; came ${text}`);
    }
    if (names(left).sort().join() !== names(right).sort().join())
      faults.push(
        `sentences.json: ${key}: expected the same facts in both languages; came ${names(left)} and ${names(right)}`,
      );
  }
  return faults;
}
