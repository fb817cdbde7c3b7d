import { expect, test } from '@jest/globals';
import { groupUnanswered } from '../../../bot/console/insight/grouping.ts';
import type { Unanswered } from '../../../bot/console/insight/source.ts';

const wording = (question: string, count: number, more: Partial<Unanswered> = {}): Unanswered => ({
  question,
  count,
  language: 'en',
  entry: null,
  confidence: 0,
  escalation: null,
  ...more,
});

test('questions in like words stand together, whatever their endings, marks and order', () => {
  const groups = groupUnanswered([
    wording('Does ICLEI lend bicycles?', 5),
    wording('Who pays the mayor?', 3),
    wording('bicycle LENDING by iclei', 2, { escalation: 'e1' }),
    wording('can I lend a bicycle from ICLEI', 1, { escalation: 'e2' }),
    wording('lending bicycles in ICLEI!!', 1),
  ]);
  expect(groups).toEqual([
    {
      entry: null,
      count: 9,
      examples: [
        { question: 'Does ICLEI lend bicycles?', language: 'en' },
        { question: 'bicycle LENDING by iclei', language: 'en' },
        { question: 'can I lend a bicycle from ICLEI', language: 'en' },
      ],
      escalation: 'e1',
    },
    {
      entry: null,
      count: 3,
      examples: [{ question: 'Who pays the mayor?', language: 'en' }],
      escalation: null,
    },
  ]);
});

test('questions near the same entry stand together across languages; one that is near by chance does not', () => {
  const near = { entry: 'solutions-gateway', confidence: 0.4 };
  const groups = groupUnanswered([
    wording('gateway', 2, near),
    wording('Wer bezahlt das Portal?', 4, { ...near, language: 'de' }),
    wording('Who pays the mayor?', 5, { ...near, confidence: 0.19 }),
  ]);
  expect(groups.map(({ entry, count }) => [entry, count])).toEqual([
    ['solutions-gateway', 6],
    [null, 5],
  ]);
});

test('the same text, taken for two languages, is one example', () => {
  const [group] = groupUnanswered([
    wording('Bitcoin', 2),
    wording('Bitcoin', 1, { language: 'de' }),
    wording('bitcoins', 1),
  ]);
  expect(group).toMatchObject({ count: 4 });
  expect(group?.examples.map(({ question }) => question)).toEqual(['Bitcoin', 'bitcoins']);
});

test('grammar alone, signs alone and nothing at all are groups, too', () => {
  const groups = groupUnanswered([wording('what is it', 2), wording('???', 1), wording('🚲🚲', 1)]);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  expect(groupUnanswered([])).toEqual([]);
});
