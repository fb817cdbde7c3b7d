import { expect, test } from '@jest/globals';
import { visitorTexts } from '../../../bot/console/visitor/texts.ts';
import { languages } from '../../../knowledge/index.ts';

const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

test.each(languages)('every sentence of %s has the slots of the English one and is not empty', (language) => {
  const english = Object.entries(visitorTexts.en);
  const other = new Map(Object.entries(visitorTexts[language]));
  expect([...other.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, sentence] of english) {
    expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
    expect(other.get(key)?.trim()).not.toBe('');
  }
});
