import { expect, test } from '@jest/globals';
import { typedText } from '../../bot/typedText.ts';

test('A text that is too long stays so, wherever its blanks are', () => {
  const long = `${'a'.repeat(4000)} and the rest`;
  const cut = typedText(long);
  expect(cut.length).toBe(4001);
  expect(cut.trim()).toBe(cut);
  expect(typedText(`${cut}\nmore`).length).toBe(4001);
  expect(typedText(`  ${'a'.repeat(4000)}\n\n`)).toBe('a'.repeat(4000));
});

test.each([
  ['direction controls', 'a\u202egro.evil\u202c\u2066b\u2069', 'agro.evilb'],
  ['control characters', 'breed\u0000penguins\u0007', 'breed penguins'],
  ['half a character', '\ud800 ICLEI', '\ufffd ICLEI'],
])('%s are not kept', (_what, text, kept) => {
  expect(typedText(text)).toBe(kept);
});

test.each([['👩‍👩‍👧‍👦'], ['e\u0301'], ['شبكة المدن\u200f'], ['one\ntwo\tthree']])(
  '%j is kept as it is',
  (text) => {
    expect(typedText(text)).toBe(text);
  },
);
