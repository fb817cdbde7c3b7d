import { expect, test } from '@jest/globals';
import { teachTexts } from '../../bot/console/teach/texts.ts';
import { languages } from '../../knowledge/index.ts';

const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

test.each(languages)('every sentence of teaching in %s has the slots of the English one', (language) => {
  const english = Object.entries(teachTexts.en);
  const other = new Map(Object.entries(teachTexts[language]));
  expect([...other.keys()]).toEqual(english.map(([key]) => key));
  for (const [key, sentence] of english) {
    expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
    expect(other.get(key)?.trim()).toBe(other.get(key));
    expect(other.get(key)).not.toBe('');
  }
});
