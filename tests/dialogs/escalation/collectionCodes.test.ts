import { expect, test } from '@jest/globals';
import { findCollectionCode, hideSecrets } from '../../../dialogs/escalation/collectionCodes.ts';

const code = { reference: 'ICL-7F3K-9Q', secret: 'H4TM2' };

test.each([
  'ICL-7F3K-9Q-H4TM2',
  'icl-7f3k-9q-h4tm2',
  'my code: ICL-7F3K-9Q-H4TM2, thanks',
  'ICL–7F3K–9Q–H4TM2',
  'ICL 7F3K 9Q H4TM2',
  'ICL7F3K9QH4TM2.',
  'icl 7f3k 9q - h4tm2 please',
])('%s is a code', (text) => {
  expect(findCollectionCode(text)).toEqual(code);
});

test.each([
  ['ICL-7F3K-9Q-H4TM', 'H4TM'],
  ['ICL-7F3K-9Q-H4TM22', 'H4TM22'],
])('%s is one too, if a wrong one: it is mistyped', (text, secret) => {
  expect(findCollectionCode(text)).toEqual({ ...code, secret });
});

test.each([
  'ICL-7F3K-9Q',
  'ICL-7F3K-9Q thank you',
  'ICL-7F3K-9Q please',
  'ICL-7F3K-9Q - and now?',
  'ICLEI',
  '',
])('%p is none', (text) => {
  expect(findCollectionCode(text)).toBeNull();
});

test('A text shows references and hides what opens them', () => {
  expect(hideSecrets('Keep **ICL-7F3K-9Q-H4TM2**, or icl-2222-22-abcde; ICL-7F3K-9Q is no key.')).toBe(
    'Keep **ICL-7F3K-9Q-…**, or icl-2222-22-…; ICL-7F3K-9Q is no key.',
  );
});
