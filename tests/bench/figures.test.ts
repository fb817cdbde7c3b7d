// The measures of the benchmarks, on cases small enough to reckon by hand.
import { expect, test } from '@jest/globals';
import { accuracyAtRecall, auroc, bestMcc, quantile, top1 } from './figures.ts';

const answers = [
  { wanted: 'a', got: 'a', confidence: 0.9 },
  { wanted: 'a', got: 'b', confidence: 0.6 },
  { wanted: 'b', got: 'b', confidence: 0.4 },
  { wanted: 'b', got: 'b', confidence: 0.8 },
  { wanted: null, got: 'a', confidence: 0.5 },
  { wanted: null, got: 'b', confidence: 0.1 },
];

test('top1 counts what is in scope', () => {
  expect(top1(answers)).toBe(75);
});

test('AUROC is the share of pairs in which the one in scope has more confidence', () => {
  expect(auroc(answers)).toBe(87.5);
  expect(auroc(answers.slice(0, 4))).toBeNull();
});

test('the accuracy at a recall loses what the threshold lets go', () => {
  // The threshold that lets both out of scope go is 0.5: the third question is lost with them.
  expect(accuracyAtRecall(answers, 1)).toBe(50);
  expect(accuracyAtRecall(answers, 0.5)).toBe(75);
});

test('MCC is 100 when all is right at some threshold, and takes "none" for an answer', () => {
  const clear = answers.filter(({ wanted, got }) => wanted === null || wanted === got);
  const apart = clear.map((answer) => ({ ...answer, confidence: answer.wanted === null ? 0.1 : 0.9 }));
  expect(bestMcc(apart)).toBe(100);
  // At 0.4 or below 0.4: right 3 of 6 each (a, b, b and none, or a, b, none, none …); Gorodkin's formula for the best of them.
  expect(bestMcc(answers)).toBe(57.7);
  expect(bestMcc(answers.slice(0, 4))).toBeNull();
});

test('a quantile is the value below which that share lies', () => {
  expect(quantile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(quantile([5, 1, 3, 2, 4], 0.99)).toBe(5);
});
