import { describe, expect, it } from 'vitest';
import type { DraftInline } from '#shared/domain/draft.ts';
import { applyHunk, sentenceHunks } from './hunks.ts';
import { reworded } from './wordings.ts';

const told = (en: string, es: string) => ({ en: text(en), es: text(es), refs: [] });
function text(words: string): DraftInline[] {
  return [{ type: 'text', text: words }];
}
const [a, b, c] = [told('One.', 'Uno.'), told('Two.', 'Dos.'), told('Three.', 'Tres.')];

describe('the difference of two ways to tell', () => {
  it('is each stretch with what stays around it', () => {
    expect(sentenceHunks([a, c], [a, b, c])).toEqual([{ remove: [], add: [b], before: [a], after: [c] }]);
    expect(sentenceHunks([a, b], [a])).toEqual([{ remove: [b], add: [], before: [a], after: [] }]);
    expect(sentenceHunks([a, b], [a, c])).toEqual([{ remove: [b], add: [c], before: [a], after: [] }]);
    expect(sentenceHunks([a, b], [a, b])).toEqual([]);
  });

  it('goes in at its place, and at the end where nothing of it stands any more', () => {
    const [hunk] = sentenceHunks([a, c], [a, b, c]);
    expect(applyHunk(text('One. My own. Three.'), hunk!, 'en')).toEqual(text('One. Two. My own. Three.'));
    expect(applyHunk(text('My own. Three.'), hunk!, 'en')).toEqual(text('My own. Two. Three.'));
    expect(applyHunk(text('My own.'), hunk!, 'es')).toEqual(text('My own. Dos.'));
    expect(applyHunk([], hunk!, 'es')).toEqual(text('Dos.'));
  });

  it('keeps marks and gaps around it, and takes a sentence out with its space', () => {
    const [hunk] = sentenceHunks([a, b, c], [a, c]);
    const gap: DraftInline = { type: 'gap', path: 'p', label: 'time' };
    const strong: DraftInline = { type: 'text', text: 'One.', strong: true };
    expect(applyHunk([strong, { type: 'text', text: ' Two. At ' }, gap], hunk!, 'en')).toEqual([
      strong,
      { type: 'text', text: ' At ' },
      gap,
    ]);
    expect(applyHunk(text('Changed.'), hunk!, 'en')).toEqual(text('Changed.'));
  });
});

describe('a wording', () => {
  it('stands where the typed word stood, contracts in Spanish, and leaves quoted words alone', () => {
    expect(reworded(text('Se lo dije a guard.'), 'guard', 'el guardia', 'es')).toEqual(text('Se lo dije al guardia.'));
    expect(reworded(text('Uniforme de green.'), 'green', 'el ejército', 'es')).toEqual(text('Uniforme del ejército.'));
    expect(reworded(text('Un agente, un agent.'), 'agent', 'guardia', 'es')).toEqual(text('Un agente, un guardia.'));
    expect(reworded(text('C++ (a.b) aquí'), '(a.b)', '[x]', 'es')).toEqual(text('C++ [x] aquí'));
    expect(reworded(text('Green was it.'), 'green', 'verde', 'es')).toEqual(text('Verde was it.'));
    const quoted: DraftInline[] = [{ type: 'text', text: 'green', lang: 'mam' }];
    expect(reworded(quoted, 'green', 'verde', 'es')).toEqual(quoted);
  });
});
