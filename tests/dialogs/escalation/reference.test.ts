import { expect, test } from '@jest/globals';
import { findReference, makeReference } from '../../../dialogs/index.ts';

test('a reference has no sign that is mistaken for another', () => {
  const all = Array.from({ length: 31 }, (_, start) => makeReference((max) => start % max)).join('');
  expect(all.replaceAll('ICL-', '')).not.toMatch(/[01IOL]/u);
  expect(makeReference((max) => max - 1)).toBe('ICL-ZZZZ-ZZ');
  expect(makeReference(() => 0)).toBe('ICL-2222-22');
});

test.each(['ICL-7F3K-9Q', 'icl 7f3k 9q', 'my code is icl-7f3k-9q, thanks', 'ICL7F3K9Q'])(
  '%s is recognised',
  (text) => {
    expect(findReference(text)).toBe('ICL-7F3K-9Q');
  },
);

test.each(['ICLEI', 'ICL-7F3K', 'ICL-7F3K-9QQ', 'XICL-7F3K-9Q', 'ICL-0O1I-LL', ''])('%p is none', (text) => {
  expect(findReference(text)).toBeNull();
});
