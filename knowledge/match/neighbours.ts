// Nearest neighbours: for every class the phrasing that is closest to a question.
import type { Vector } from './features.ts';
import type { Postings } from './postings.ts';

export interface Closest {
  /** For every class the cosine to its closest phrasing: 0 to 1. */
  readonly similarity: Float64Array;
  /** That phrasing's row; -1 when none has a feature of the question. */
  readonly closest: Int32Array;
}

export interface Neighbours {
  closestTo(vector: Vector): Closest;
}

/** @param rowLabels the class of each row; the rows stand class by class */
export function createNeighbours(
  { start, rows, values }: Postings,
  rowLabels: Int32Array,
  labelCount: number,
): Neighbours {
  // One for all questions: it is as long as there are phrasings.
  const products = new Float64Array(rowLabels.length);
  const firstRows = firstRowsOf(rowLabels, labelCount);

  return {
    closestTo({ ids, values: weights, length }) {
      products.fill(0);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const weight = weights[i] ?? 0;
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at++) {
          const row = rows[at] ?? 0;
          products[row] = (products[row] ?? 0) + weight * (values[at] ?? 0);
        }
      }
      const similarity = new Float64Array(labelCount);
      const closest = new Int32Array(labelCount);
      for (let label = 0; label < labelCount; label++) {
        let highest = 0;
        let best = -1;
        const end = firstRows[label + 1] ?? 0;
        for (let row = firstRows[label] ?? 0; row < end; row++) {
          const product = products[row] ?? 0;
          if (product > highest) {
            highest = product;
            best = row;
          }
        }
        similarity[label] = highest / length;
        closest[label] = best;
      }
      return { similarity, closest };
    },
  };
}

/** The first row of each class, and the number of rows last. */
function firstRowsOf(rowLabels: Int32Array, labelCount: number): Int32Array {
  const first = new Int32Array(labelCount + 1);
  for (const label of rowLabels) first[label + 1] = (first[label + 1] ?? 0) + 1;
  for (let label = 0; label < labelCount; label++)
    first[label + 1] = (first[label + 1] ?? 0) + (first[label] ?? 0);
  return first;
}
