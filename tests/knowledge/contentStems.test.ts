import { expect, test } from '@jest/globals';
import { contentStems } from '../../knowledge/index.ts';

test.each([
  ['Does ICLEI lend bicycles?', 'en', ['iclei', 'lend', 'bicycl']],
  ['Wer bezahlt die Fahrräder und das Fahrrad?', 'de', ['bezahlt', 'fahrrad']],
  ['what is it', 'en', ['what', 'is', 'it']],
  ['???', 'en', []],
  ['', 'fr', []],
] as const)('%s (%s) is about %j', (text, language, stems) => {
  expect(contentStems(text, language)).toEqual(stems);
});
