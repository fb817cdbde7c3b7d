// Blanks in the wrong place, and words written as one.
import { describe, expect, test } from '@jest/globals';
import { misspeltPartsOf, partsOf, respace } from '../../../knowledge/match/respace.ts';
import { tokenise } from '../../../knowledge/text/tokens.ts';

const words = new Set('the city is how do we join gateway number on traffic smart'.split(' '));
const isWord = (word: string) => words.has(word);
const read = (text: string) => {
  const { tokens, repairs } = respace(tokenise(text), isWord, isWord, ({ folded }) => folded === 'smartc');
  return { text: tokens.map(({ folded }) => folded).join(' '), repairs };
};

describe('A blank', () => {
  test.each([
    ['in a word is taken out', 'the gate way', 'the gateway'],
    ['a letter too early is moved', 'th ecity', 'the city'],
    ['a letter too late is moved', 'thec ity', 'the city'],
    ['between two words stays', 'how do we join', 'how do we join'],
    ['beside a name stays', 'smartc ity', 'smartc ity'],
    ['stays where moving it makes no words of both', 'thx ecity', 'thx ecity'],
  ])('%s', (_, typed, meant) => {
    expect(read(typed).text).toBe(meant);
  });

  test('that was moved is told', () => {
    expect(read('Th ecity').repairs).toEqual([{ typed: 'Th ecity', used: 'the city' }]);
    expect(read('the city').repairs).toEqual([]);
  });
});

describe('Words written as one', () => {
  test.each([
    ['howdo', ['how', 'do']],
    ['howdowejoin', ['how', 'do', 'we', 'join']],
    ['gateway', null],
    ['howdox', null],
    ['', null],
  ])('%s', (typed, parts) => {
    expect(partsOf(typed, (part) => isWord(part) && part !== 'gateway')).toEqual(parts);
  });

  test('are as few as can be, and not of two letters on average', () => {
    const small = new Set(['in', 'for', 'ma', 'inform', 'a', 'al']);
    expect(partsOf('informal', (part) => small.has(part))).toEqual(['inform', 'al']);
    expect(partsOf('inmaal', (part) => small.has(part))).toEqual(['in', 'ma', 'al']);
    expect(partsOf('ainma', (part) => small.has(part))).toBeNull();
  });

  const repair = (part: string) => ({ trafic: 'traffic', numbr: 'number' })[part] ?? null;
  test.each([
    ['istrafic', ['is', 'traffic']],
    ['numbron', ['number', 'on']],
    ['xxtrafic', null],
  ])('one of them misspelt: %s', (typed, parts) => {
    expect(misspeltPartsOf(typed, isWord, repair, () => true)).toEqual(parts);
  });

  test('one of them misspelt, must be neighbours in some phrasing', () => {
    const side = (first: string, second: string) => `${first} ${second}` === 'is traffic';
    expect(misspeltPartsOf('istrafic', isWord, repair, side)).toEqual(['is', 'traffic']);
    expect(misspeltPartsOf('numbron', isWord, repair, side)).toBeNull();
  });
});
