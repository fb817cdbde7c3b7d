import { expect, test } from '@jest/globals';
import {
  answersAround,
  barsOf,
  leastHelpful,
  lowerBound,
  outcomeSums,
  questions,
  seriesNames,
  spreadOf,
  sumsBy,
  sumsOf,
  total,
} from '../../../bot/console/insight/figures.ts';
import type { Counted } from '../../../bot/console/insight/source.ts';
import { turnOutcomes } from '../../../dialogs/index.ts';

const row = (
  day: string,
  outcome: Counted['outcome'],
  count: number,
  more: Partial<Counted> = {},
): Counted => ({
  day,
  outcome,
  count,
  language: 'en',
  channel: 'directline',
  ...more,
});
const sample: readonly Counted[] = [
  row('2026-11-01', 'answered', 5),
  row('2026-11-01', 'answeredWithReservation', 2, { language: 'de' }),
  row('2026-11-01', 'smallTalk', 4),
  row('2026-11-02', 'escalated', 3, { channel: 'msteams' }),
  row('2026-11-02', 'clarified', 1),
  row('2026-11-03', 'declined', 1),
  row('2026-11-03', 'rephrase', 1),
  row('2026-11-03', 'ownQuestion', 1),
  row('2026-11-03', 'other', 1),
];

test('outcomes add up to what is told apart, and all that is no question is apart', () => {
  const sums = sumsOf(sample);
  expect(sums).toEqual({ answered: 7, clarified: 1, escalated: 3, unanswered: 2, talk: 6 });
  expect([total(sums), questions(sums)]).toEqual([19, 13]);
  expect(outcomeSums(sample).get('answeredWithReservation')).toBe(2);
  const one = turnOutcomes.map((outcome) => sumsOf([row('2026-11-01', outcome, 1)]));
  for (const sums of one) expect(total(sums)).toBe(1);
});

test('each day has its bar, also when nothing was asked', () => {
  const bars = barsOf(sample, { from: '2026-10-31', to: '2026-11-03' });
  expect(bars.map(({ from, to, sums }) => [from, to, total(sums)])).toEqual([
    ['2026-10-31', '2026-10-31', 0],
    ['2026-11-01', '2026-11-01', 11],
    ['2026-11-02', '2026-11-02', 4],
    ['2026-11-03', '2026-11-03', 4],
  ]);
  expect(bars[2]?.sums).toEqual({ answered: 0, clarified: 1, escalated: 3, unanswered: 0, talk: 0 });
});

test('31 days have a bar a day, 32 a bar a week', () => {
  expect(barsOf([], { from: '2026-10-01', to: '2026-10-31' })).toHaveLength(31);
  const weeks = barsOf(sample, { from: '2026-10-02', to: '2026-11-02' });
  expect(weeks.map(({ from, to, sums }) => [from, to, total(sums)])).toEqual([
    ['2026-10-02', '2026-10-08', 0],
    ['2026-10-09', '2026-10-15', 0],
    ['2026-10-16', '2026-10-22', 0],
    ['2026-10-23', '2026-10-29', 0],
    ['2026-10-30', '2026-11-02', 15],
  ]);
});

test('languages and channels come with the one that has most first', () => {
  expect(sumsBy(sample, 'language').map(({ name, sums }) => [name, total(sums)])).toEqual([
    ['en', 17],
    ['de', 2],
  ]);
  expect(sumsBy(sample, 'channel').map(({ name, sums }) => [name, total(sums)])).toEqual([
    ['directline', 16],
    ['msteams', 3],
  ]);
  expect(sumsBy([], 'channel')).toEqual([]);
});

test('the lower bound of a share is Wilson’s', () => {
  // Reckoned by hand: (share + z²/2n − z·√(share(1−share)/n + z²/4n²)) / (1 + z²/n) with z = 1.645.
  expect(lowerBound(1, 1)).toBeCloseTo(0.2698, 3);
  expect(lowerBound(9, 10)).toBeCloseTo(0.6526, 3);
  expect(lowerBound(0, 5)).toBe(0);
  expect(lowerBound(0, 0)).toBe(0);
  expect(lowerBound(100_000, 100_000)).toBeGreaterThan(0.9999);
});

test('an answer that 9 of 10 found unhelpful leads one of 1 of 1, and one that nobody did is left out', () => {
  const judged = [
    { entry: 'liked', helpful: 40, unhelpful: 0 },
    { entry: 'once', helpful: 0, unhelpful: 1 },
    { entry: 'often', helpful: 1, unhelpful: 9 },
    { entry: 'rarely', helpful: 95, unhelpful: 5 },
  ];
  expect(leastHelpful(judged).map(({ entry, share }) => [entry, share])).toEqual([
    ['often', 0.9],
    ['once', 1],
    ['rarely', 0.05],
  ]);
});

test('the middle and the ninetieth are durations that occurred', () => {
  const ten = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5];
  expect(spreadOf(ten, [3, 5, 20])).toEqual({ count: 10, median: 5, ninetieth: 9, parts: [2, 2, 6, 0] });
  expect(spreadOf([7], [7])).toEqual({ count: 1, median: 7, ninetieth: 7, parts: [0, 1] });
  // A clock that was set back makes no negative waiting.
  expect(spreadOf([-5], [3])).toEqual({ count: 1, median: 0, ninetieth: 0, parts: [1, 0] });
  expect(spreadOf([], [3])).toBeNull();
});

test('what was taught is compared by the day: before, and from its day on', () => {
  const period = { from: '2026-11-01', to: '2026-11-10' };
  const answers = [
    { day: '2026-11-02', entry: 'offices', count: 2 },
    { day: '2026-11-05', entry: 'offices', count: 3 },
    { day: '2026-11-10', entry: 'offices', count: 9 },
    { day: '2026-11-02', entry: 'gateway', count: 50 },
  ];
  const around = (day: string, entry = 'offices') => answersAround(answers, period, { day, entry });
  expect(around('2026-11-05')).toEqual({ before: 2 / 4, since: 12 / 6 });
  expect(around('2026-11-01')).toEqual({ before: null, since: 14 / 10 });
  expect(around('2026-11-10', 'never')).toEqual({ before: 0, since: 0 });
});

test('there is a series for each part of a picture', () => {
  expect(new Set(seriesNames).size).toBe(5);
});
