// Naive Bayes (multinomial; Maron 1961, McCallum & Nigam 1998): how much likelier a feature is in a class's phrasings than in none of
// them. A classifier that is trained on its errors stops once the phrasings are told apart; this one counts every word a class has, which
// tells for questions in words that no phrasing puts together. It is linear in the features, too, so it is added to the linear head's weights.
import type { Vector } from './features.ts';
import { type Cells, cellOf } from './linearHead.ts';

/**
 * What a feature is counted that a class does not have, and how strongly all this counts beside the linear head. Chosen on 2,900 questions of
 * tests/knowledge/questions that had not been asked before: 1.2 to 2.5 of 100 more are ranked right. The strength was chosen again, together
 * with similarityWeight (rank.ts): see there.
 */
const unseen = 0.03;
const strength = 0.65;

/**
 * Adds the logarithm of each feature's likelihood in each class to the weights, in place.
 * @returns the score of each class for a text of total weight 1 that shares no feature with it, less the mean of all
 */
export function addNaiveBayes(
  size: number,
  vectors: readonly Vector[],
  labels: Int32Array,
  cells: Cells,
): Float64Array {
  const { labelCount, weights } = cells;
  const counts = new Float32Array(weights.length);
  const totals = new Float64Array(labelCount);
  vectors.forEach(({ ids, values, length }, row) => {
    const label = labels[row] ?? 0;
    for (let i = 0; i < ids.length; i++) {
      const value = (values[i] ?? 0) / (length || 1);
      const at = cellOf(cells, ids[i] ?? 0, label);
      counts[at] = (counts[at] ?? 0) + value;
      totals[label] = (totals[label] ?? 0) + value;
    }
  });
  // log((count + unseen) / (total + unseen * size)) is log((count + unseen) / unseen), plus what a class has for every feature.
  for (let at = 0; at < weights.length; at++)
    weights[at] = (weights[at] ?? 0) + strength * Math.log(1 + (counts[at] ?? 0) / unseen);
  const base = totals.map((total) => strength * Math.log(unseen / (total + unseen * size)));
  const mean = base.reduce((sum, value) => sum + value, 0) / labelCount;
  return base.map((value) => value - mean);
}
