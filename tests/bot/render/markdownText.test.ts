import { expect, test } from '@jest/globals';
import { markdownText } from '../../../bot/render/markdownText.ts';
import { asPlainText } from '../../../dialogs/markdown.ts';

test('Markdown reads without its marks, and its links with their targets', () => {
  const source =
    'A **bold** and an *even* word,\nsee [the list](https://iclei.org/list) or https://iclei.org.\n\n- one\n- [two](mailto:me@example.org)\n\n3. three\n4. 2 \\* 3';
  expect(markdownText(source, 'bot')).toBe(
    'A bold and an even word, see the list (https://iclei.org/list) or https://iclei.org.\n\n- one\n- two (me@example.org)\n\n3. three\n4. 2 * 3',
  );
});

test('the line ends of staff are kept', () => {
  expect(markdownText('Dear Eva,\nyes.', 'staff')).toBe('Dear Eva,\nyes.');
});

test('what the dialogs quote comes out as it was typed', () => {
  const typed = `R&D | a~b \\ *x* _y_ [z](u) <i> "q" #1 + 2! {c} ^^ 5% = ; : , @ $ ?`;
  expect(markdownText(asPlainText(typed, 200), 'bot')).toBe(typed);
});
