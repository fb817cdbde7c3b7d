import { expect, test } from '@jest/globals';
import { formatTime, readerLocale } from '../../bot/webChat/client/times.ts';

test.each([
  ['en', ['en-GB', 'en'], 'en-GB'],
  ['en', ['de-DE', 'en-AU'], 'en-AU'],
  ['de', ['en-GB', 'fr'], 'de'],
  ['pt', ['PT-PT'], 'PT-PT'],
  ['es', [], 'es'],
  ['en', ['en-US@posix', 'en-US'], 'en-US'],
  ['en', ['en-US@posix'], 'en'],
])('a conversation in %s, read in a browser of %j, has times as in %s', (language, preferred, expected) => {
  expect(readerLocale(language, preferred)).toBe(expected);
});

test('today only the hour is told, earlier the day as well, and nothing for what is no time', () => {
  const now = new Date(2026, 10, 25, 14, 0);
  const at = (day: number) => new Date(2026, 10, day, 13, 5).toISOString();
  expect(formatTime(at(25), 'en-GB', now)).toBe('13:05');
  expect(formatTime(at(25), 'en-US', now)).toMatch(/^1:05\sPM$/u);
  expect(formatTime(at(24), 'en-GB', now)).toBe('24 Nov 2026, 13:05');
  expect(formatTime('soon', 'en-GB', now)).toBeNull();
});
