import { expect, test } from '@jest/globals';
import { answerOf, factsOf } from '../../../knowledge/overlay/draftEntry.ts';

test('A reply becomes paragraphs and lists, whatever its line ends', () => {
  expect(answerOf(' One\r\nline.\r\n\r\n  \r\nTwo:\n- a\n- b\n\n')).toBe('One line.\n\nTwo:\n\n- a\n- b');
  expect(answerOf('\n \n')).toBe('');
});

test('Figures become facts of the entry, each once; names and links keep theirs', () => {
  const { answer, figures } = factsOf(
    'Agenda 21 has 12 desks, 1,500 chairs and 12 lamps: +49 228 97 62-99, [page](https://iclei.org/2025).',
    ['Agenda 21'],
    'desks',
  );
  expect(answer).toBe(
    'Agenda 21 has {{desks-figure-1}} desks, {{desks-figure-2}} chairs and {{desks-figure-1}} lamps: {{desks-figure-3}}, [page](https://iclei.org/2025).',
  );
  expect(figures.map(({ value }) => value)).toEqual(['12', '1,500', '+49 228 97 62-99']);
  const german = factsOf('12 Plätze, 1.500 Stühle', [], 'desks', figures);
  expect(german.answer).toBe('{{desks-figure-1}} Plätze, {{desks-figure-4}} Stühle');
});

test('Facts that staff name themselves stay', () => {
  expect(factsOf('There are {{network-size-2025}} members.', [], 'x')).toEqual({
    answer: 'There are {{network-size-2025}} members.',
    figures: [],
  });
});
