// A text as a vector: which n-grams are kept, and what they count.
import { expect, test } from '@jest/globals';
import { createWeighting, rarities, rawFeatures, type Vector } from '../../../knowledge/match/features.ts';
import { addWord, createLexicon, lookUp } from '../../../knowledge/match/lexicon.ts';
import { tokenise } from '../../../knowledge/text/tokens.ts';

/** The length of a vector that has neither pairs nor n-grams. */
const wordsOnly = 1;

/** The words of texts, and the features of any text by them. */
function lexiconOf(texts: readonly string[]) {
  const lexicon = createLexicon();
  for (const text of texts) for (const token of tokenise(text)) addWord(lexicon, token, 'en');
  const raw = (text: string, create: boolean) =>
    rawFeatures(
      lexicon,
      tokenise(text).map((token) => lookUp(lexicon, token, 'en')),
      [],
      create,
    );
  return { lexicon, raw };
}

/** Learns texts, each a class of its own, and gives the vector of any text. */
function learn(texts: readonly string[]): (text: string) => Vector {
  const { lexicon, raw } = lexiconOf(texts);
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
  const numbers = ['one', 'two', 'six', 'ten', 'nine', 'four', 'five'];
  const vectorOf = learn(numbers.map((number) => `big city ${number}`));
  expect(vectorOf('city').length).toBeCloseTo(wordsOnly, 5);
});

test('N-grams count more where a word is unknown', () => {
  // Neither begins nor ends a text, so there are no pairs.
  const vectorOf = learn(['my printers work', 'my shutdown works', 'my upgrades work', 'my software works']);
  const gramsOf = ({ length }: Vector): number => Math.sqrt(length ** 2 - 1);
  const known = gramsOf(vectorOf('printers'));
  expect(gramsOf(vectorOf('printers shutdxwn'))).toBeCloseTo(known * 1.5, 5);
});

test('A word at the edge of a question is told from the same word inside', () => {
  const { raw } = lexiconOf(['where is london']);
  expect(raw('where is london', true).pairs.ids).toHaveLength(5);
  expect(raw('where', false).pairs.ids).toHaveLength(1);
  expect(raw('london', false).pairs.ids).toHaveLength(1);
  expect(raw('is', false).pairs.ids).toEqual([]);
});

test('A figure that nobody wrote counts as a figure', () => {
  const vectorOf = learn(['what is 18 percent of 20', 'what is the time']);
  const [figure, ...others] = vectorOf('77').ids;
  expect(others).toEqual([]);
  expect(vectorOf('what is 18 percent of 20').ids).toContain(figure);
  expect(vectorOf('what is the time').ids).not.toContain(figure);
});
