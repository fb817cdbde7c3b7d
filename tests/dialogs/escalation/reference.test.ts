import { describe, expect, test } from '@jest/globals';
import { findReference, makeReference, nearestReference } from '../../../dialogs/escalation/reference.ts';

test('a reference has no sign that is mistaken for another', () => {
  const all = Array.from({ length: 31 }, (_, start) => makeReference((max) => start % max)).join('');
  expect(all.replaceAll('ICL-', '')).not.toMatch(/[01IOL]/u);
  expect(makeReference((max) => max - 1)).toBe('ICL-ZZZZ-ZZ');
  expect(makeReference(() => 0)).toBe('ICL-2222-22');
});

test.each([
  'ICL-7F3K-9Q',
  'icl 7f3k 9q',
  'my code is icl-7f3k-9q, thanks',
  'ICL7F3K9Q',
  'ICL–7F3K–9Q',
  'ICL_7F3K_9Q?',
  'icl-7f3k9q now',
])('%s is recognised', (text) => {
  expect(findReference(text)).toBe('ICL-7F3K-9Q');
});

test.each([
  ['ICL-0000-00', 'ICL-0000-00'],
  ['ICL-0O1I-LL', 'ICL-0O1I-LL'],
  ['icl 0o1i ll', 'ICL-0O1I-LL'],
  ['icl abcd ef?', 'ICL-ABCD-EF'],
  ['ICL-7F3K', 'ICL-7F3K'],
  ['ICL-7F3K-9QQ', 'ICL-7F3K-9QQ'],
])('%s is one, though nobody was given it', (text, reference) => {
  expect(findReference(text)).toBe(reference);
});

test.each([
  'ICLEI',
  'ICLEIAsia',
  'What is ICLEI-Europe?',
  'What does ICL mean to you?',
  'XICL-7F3K-9Q',
  'ICL',
  '',
])('%p is none', (text) => {
  expect(findReference(text)).toBeNull();
});

describe('of the references given out', () => {
  const given = ['ICL-7F3K-9Q', 'ICL-ZB5G-4D', 'ICL-ZB5G-4E'];

  test.each([
    ['ICL-7F3K-9Q', 'ICL-7F3K-9Q'],
    ['ICL-1F3K-9O', 'ICL-7F3K-9Q'],
    ['ICL-7F3K-90', 'ICL-7F3K-9Q'],
    ['ICL-7F3K-9', 'ICL-7F3K-9Q'],
    ['ICL-7F3K-9QQ', 'ICL-7F3K-9Q'],
    ['ICL-2BSG-4O', 'ICL-ZB5G-4D'],
  ])('%s means %s', (typed, reference) => {
    expect(nearestReference(typed, given)).toBe(reference);
  });

  test.each(['ICL-0000-00', 'ICL-7F3K', 'ICL-ZB5G-4'])('%s means none', (typed) => {
    expect(nearestReference(typed, given)).toBeNull();
  });
});
