// Naive Bayes: what it adds to the weights is the logarithm of a likelihood, here reckoned by hand.
import { expect, test } from '@jest/globals';
import type { Vector } from '../../../knowledge/match/features.ts';
import { createLinearHead } from '../../../knowledge/match/linearHead.ts';
import { addNaiveBayes } from '../../../knowledge/match/naiveBayes.ts';

const vector = (ids: number[], values: number[]): Vector => ({
  ids: Int32Array.from(ids),
  values: Float32Array.from(values),
  length: Math.hypot(...values),
});

test('A word weighs in a class by how much likelier it is there than elsewhere, and a class with many words expects less of each', () => {
  // Three features; class 0 has two phrasings of feature 0, class 1 one with 1 and 2.
  const vectors = [vector([0], [1]), vector([0], [1]), vector([1, 2], [1, 1])];
  const labels = Int32Array.from([0, 0, 1]);
  const cells = {
    labelCount: 2,
    start: Int32Array.from([0, 1, 2, 3]),
    classes: Int32Array.from([0, 1, 1]),
    weights: new Float32Array(3),
  };
  const base = addNaiveBayes(3, vectors, labels, cells);
  const [inFirst = 0, inSecond = 0, alsoInSecond = 0] = cells.weights;
  const half = 1 / Math.sqrt(2);
  expect(inFirst).toBeCloseTo(0.65 * Math.log(1 + 2 / 0.03), 4);
  const ratio = Math.log(1 + 2 / 0.03) / Math.log(1 + half / 0.03);
  expect(inFirst / inSecond).toBeCloseTo(ratio, 5);
  expect(alsoInSecond).toBeCloseTo(inSecond, 5);
  // The bases differ by the logarithm of the classes' totals, and have the mean 0.
  const [first = 0, second = 0] = base;
  expect(first + second).toBeCloseTo(0, 9);
  const strength = inFirst / Math.log(1 + 2 / 0.03);
  expect(second - first).toBeCloseTo(strength * Math.log((2 + 0.09) / (2 * half + 0.09)), 5);
});

test('A feature that has a weight in every class counts in those whose phrasings have it, and the head adds what a class has for every feature', () => {
  const vectors = [vector([0], [1]), vector([0], [1]), vector([1], [1])];
  const cells = {
    labelCount: 2,
    start: Int32Array.from([0, 2, 3]),
    classes: Int32Array.from([0, 1, 1]),
    weights: new Float32Array(3),
  };
  const base = addNaiveBayes(2, vectors, Int32Array.from([0, 0, 1]), cells);
  expect(cells.weights[0]).toBeCloseTo(0.65 * Math.log(1 + 2 / 0.03), 4);
  expect(cells.weights[1]).toBe(0);
  const scores = new Float64Array(2);
  createLinearHead({ ...cells, base }).score(vector([0], [0.5]), scores);
  expect(scores[0]).toBeCloseTo(0.5 * ((cells.weights[0] ?? 0) + (base[0] ?? 0)), 5);
  expect(scores[1]).toBeCloseTo(0.5 * (base[1] ?? 0), 5);
});
