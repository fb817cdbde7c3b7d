import { expect, test } from '@jest/globals';
import { duration, texts, wordsFor } from '../../bot/console/texts/texts.ts';
import { languages } from '../../knowledge/index.ts';

const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/gu)].map(([slot]) => slot).sort();

test.each(languages)('every sentence of %s has the slots of the English one and is not empty', (language) => {
  const english = Object.entries(texts.en);
  const other = new Map(Object.entries(texts[language]));
  expect([...other.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, sentence] of english) {
    expect({ key, slots: slots(other.get(key) ?? '') }).toEqual({ key, slots: slots(sentence) });
    expect(other.get(key)?.trim()).toBe(other.get(key));
    expect(other.get(key)).not.toBe('');
  }
});

test.each([
  ['de-DE,de;q=0.9,en;q=0.5', 'de'],
  ['nl,fr;q=0.4,es;q=0.8', 'es'],
  ['pt-BR', 'pt'],
  ['en;q=0,fr;q=0.1', 'fr'],
  ['*', 'en'],
  ['xx', 'en'],
  ['', 'en'],
  [';q=;q=,,,', 'en'],
  [undefined, 'en'],
])('a browser that asks for %s gets %s', (header, language) => {
  expect(wordsFor(header).language).toBe(language);
});

test('durations are told in the biggest unit that fits', () => {
  const minute = 60_000;
  expect(duration(-5, 'en')).toBe('0 min');
  expect(duration(59 * minute, 'en')).toBe('59 min');
  expect(duration(61 * minute, 'en')).toBe('1 hr');
  expect(duration(47 * 60 * minute, 'en')).toBe('47 hr');
  expect(duration(48 * 60 * minute, 'en')).toBe('2 days');
  expect(duration(48 * 60 * minute, 'de')).toBe('2 Tg.');
});
