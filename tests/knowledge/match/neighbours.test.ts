// The closest phrasing of every class, in one language or in all.
import { describe, expect, test } from '@jest/globals';
import type { Language } from '../../../knowledge/language.ts';
import type { Vector } from '../../../knowledge/match/features.ts';
import { createNeighbours, neighbourOrder } from '../../../knowledge/match/neighbours.ts';
import { createPostings } from '../../../knowledge/match/postings.ts';

const vector = (ids: number[], values: number[]): Vector => ({
  ids: Int32Array.from(ids),
  values: Float32Array.from(values),
  length: Math.hypot(...values),
});

/** Class 0 in two languages, class 1 in two, class 2 in German only; each with its one feature or two. */
const phrasings: readonly { label: number; language: Language; of: Vector }[] = [
  { label: 0, language: 'en', of: vector([0, 1], [0.6, 0.8]) },
  { label: 0, language: 'en', of: vector([0], [1]) },
  { label: 0, language: 'de', of: vector([2], [1]) },
  { label: 1, language: 'en', of: vector([1], [1]) },
  { label: 1, language: 'fr', of: vector([0], [1]) },
  { label: 2, language: 'de', of: vector([0, 2], [0.6, 0.8]) },
];

function neighbours() {
  const order = neighbourOrder(phrasings);
  const postings = createPostings(
    3,
    Array.from(order, (row) => phrasings[row]?.of ?? vector([], [])),
  );
  return createNeighbours(postings, order, phrasings, 3);
}

/** What is said of each class, to two digits. */
function closest(question: Vector, language: Language | null) {
  const { similarity, closest } = neighbours().closestTo(question, language);
  return Array.from(similarity, (value, label) => [Number(value.toFixed(2)), closest[label]]);
}

describe('the closest phrasing', () => {
  test('is sought in all languages if none is certain', () => {
    expect(closest(vector([0], [1]), null)).toEqual([
      [1, 1],
      [1, 4],
      [0.6, 5],
    ]);
  });

  test('is one in the language of the question if that is certain', () => {
    expect(closest(vector([0], [1]), 'en')).toEqual([
      [1, 1],
      [0, -1],
      [0, -1],
    ]);
    expect(closest(vector([0], [1]), 'de')).toEqual([
      [0, -1],
      [0, -1],
      [0.6, 5],
    ]);
    expect(closest(vector([0], [1]), 'fr')).toEqual([
      [0, -1],
      [1, 4],
      [0, -1],
    ]);
  });

  test('is none in a language without phrasings, and the next question starts anew', () => {
    const index = neighbours();
    index.closestTo(vector([0, 1], [0.6, 0.8]), 'en');
    expect(Array.from(index.closestTo(vector([0], [1]), 'pt').closest)).toEqual([-1, -1, -1]);
    expect(index.closestTo(vector([1], [1]), 'en').similarity[0]).toBeCloseTo(0.8, 5);
  });

  test('is compared by the cosine: a question without word pairs is no less like a phrasing', () => {
    const { similarity } = neighbours().closestTo(vector([0], [0.5]), 'en');
    expect(similarity[0]).toBeCloseTo(1, 5);
  });
});
