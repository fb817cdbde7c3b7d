import { expect, test } from '@jest/globals';
import { insightTexts } from '../../../bot/console/insight/texts.ts';
import { languages } from '../../../knowledge/index.ts';

/** Every sentence with where it stands: "series.answered". */
function sentences(texts: object): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null
        ? [...sentences(value)].map(([inner, text]): [string, string] => [`${key}.${inner}`, text])
        : [[key, String(value)]],
    ),
  );
}
const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

test.each(languages)('every sentence of %s has the slots of the English one and is not empty', (language) => {
  const english = sentences(insightTexts.en);
  const other = sentences(insightTexts[language]);
  expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, sentence] of english) {
    expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
    expect(other.get(key)?.trim()).toBe(other.get(key));
    expect(other.get(key)).not.toBe('');
  }
});
