// A text as a vector: which n-grams are kept, and what they count.
import { expect, test } from '@jest/globals';
import { createWeighting, rarities, rawFeatures, type Vector } from '../../../knowledge/match/features.ts';
import { addWord, createLexicon, lookUp } from '../../../knowledge/match/lexicon.ts';
import { tokenise } from '../../../knowledge/text/tokens.ts';

/** The length of a vector that has neither pairs nor n-grams. */
const wordsOnly = 1;

/** Learns texts, each a class of its own, and gives the vector of any text. */
function learn(texts: readonly string[]): (text: string) => Vector {
  const lexicon = createLexicon();
  for (const text of texts) for (const token of tokenise(text)) addWord(lexicon, token, 'en');
  const raw = (text: string, create: boolean) =>
    rawFeatures(
      lexicon,
      tokenise(text).map((token) => lookUp(lexicon, token, 'en')),
      [],
      create,
    );
  const rows = texts.map((text, label) => ({ raw: raw(text, true), label }));
  const weighting = createWeighting(rarities(lexicon.size, rows, texts.length));
  return (text) => weighting.vector(raw(text, false));
}

test('N-grams count even where classes are few', () => {
  const vectorOf = learn(['printers', 'shutdown', 'upgrades', 'software']);
  expect(vectorOf('printers').length).toBeGreaterThan(wordsOnly);
  // Only n-grams tell what this is.
  expect(vectorOf('printxrs').length).toBeGreaterThan(0);
});

test('N-grams that many of the classes have are left out', () => {
  const texts = ['city one', 'city two', 'city six', 'city ten', 'city nine', 'city four', 'city five'];
  const vectorOf = learn(texts);
  expect(vectorOf('city').length).toBeCloseTo(wordsOnly, 5);
});

test('N-grams count more where a word is unknown', () => {
  const vectorOf = learn(['printers', 'shutdown', 'upgrades', 'software']);
  const gramsOf = ({ length }: Vector): number => Math.sqrt(length ** 2 - 1);
  const known = gramsOf(vectorOf('printers'));
  expect(gramsOf(vectorOf('printers shutdxwn'))).toBeCloseTo(known * 1.5, 5);
});
