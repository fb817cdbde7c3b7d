// A softmax classifier over entries, trained at load on the phrasings by stochastic gradient descent.
// A weight exists only where an entry has the feature in a phrasing: training touches a few entries per feature instead
// of all of them, which is what makes it quick enough for the start of the service. Entries a text shares no feature with
// keep the score 0. Character n-grams are left to the neighbours: here they add nothing (81.9 % with, 82.0 % without, on the
// development part of CLINC150 with 10 phrasings an intent) and would take nine tenths of the time.
import type { Vector } from './features.ts';

/** Passes over the phrasings, and the first and last step; chosen on held-out phrasings (tests/bench/matcher.ts). */
const epochs = 2;
const firstStep = 11;
const lastStep = 5;

/** Phrasings learnt between two pauses: some milliseconds. */
const rowsInOneStep = 250;

/** A word that more than this share of the entries has is left out: it tells nothing and takes most of the time. */
const commonWord = 0.5;

export interface LinearHead {
  /** Adds the score of every entry to `scores`. */
  score(vector: Vector, scores: Float64Array): void;
}

/** Trains in steps: it stops now and then, see `buildModelInSteps`. */
export function* trainLinearHead(
  size: number,
  vectors: readonly Vector[],
  labels: Int32Array,
  entryCount: number,
): Generator<void, LinearHead> {
  const { start, entries, weights } = support(size, vectors, labels, entryCount * commonWord);
  const scores = new Float64Array(entryCount);

  const score = (vector: Vector, into: Float64Array): void => {
    const { ids, values, gramsFrom } = vector;
    for (let i = 0; i < gramsFrom; i++) {
      const id = ids[i] ?? 0;
      const value = values[i] ?? 0;
      const end = start[id + 1] ?? 0;
      for (let at = start[id] ?? 0; at < end; at++) {
        const entry = entries[at] ?? 0;
        into[entry] = (into[entry] ?? 0) + value * (weights[at] ?? 0);
      }
    }
  };

  const order = shuffled(vectors.length);
  const steps = epochs * vectors.length;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const row of order) {
      if (done % rowsInOneStep === 0) yield;
      const rate = firstStep + ((lastStep - firstStep) * done++) / steps;
      const vector = vectors[row];
      if (!vector) continue;
      const label = labels[row] ?? 0;
      scores.fill(0);
      score(vector, scores);
      toProbabilities(scores);
      scores[label] = (scores[label] ?? 0) - 1;
      const { ids, values, gramsFrom } = vector;
      for (let i = 0; i < gramsFrom; i++) {
        const id = ids[i] ?? 0;
        const step = rate * (values[i] ?? 0);
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at++) {
          weights[at] = (weights[at] ?? 0) - step * (scores[entries[at] ?? 0] ?? 0);
        }
      }
    }
  }
  return { score };
}

/** Turns scores into probabilities, in place. */
export function toProbabilities(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const value = quickExp((scores[i] ?? 0) - highest);
    scores[i] = value;
    total += value;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / total;
}

/** e^x for x <= 0 as (1 + x / 256)^256, several times quicker than Math.exp: 5 % off at e^-5, and 0 below e^-16. */
function quickExp(x: number): number {
  if (x < -16) return 0;
  let power = 1 + x / 256;
  for (let i = 0; i < 8; i++) power *= power;
  return power;
}

/** For every feature the entries whose phrasings have it, with weight 0. */
function support(size: number, vectors: readonly Vector[], labels: Int32Array, most: number) {
  // Phrasings come entry by entry, so remembering the last entry is enough to count each entry once.
  const last = new Int32Array(size);
  const start = new Int32Array(size + 1);
  const eachNew = (visit: (id: number, label: number) => void): void => {
    last.fill(-1);
    vectors.forEach(({ ids, gramsFrom }, row) => {
      const label = labels[row] ?? 0;
      for (let i = 0; i < gramsFrom; i++) {
        const id = ids[i] ?? 0;
        if (last[id] === label) continue;
        last[id] = label;
        visit(id, label);
      }
    });
  };
  eachNew((id) => {
    start[id + 1] = (start[id + 1] ?? 0) + 1;
  });
  const isCommon = start.map((count) => (count > most ? 1 : 0));
  for (let id = 0; id < size; id++) {
    start[id + 1] = (isCommon[id + 1] ? 0 : (start[id + 1] ?? 0)) + (start[id] ?? 0);
  }
  const next = start.slice();
  const entries = new Int32Array(start[size] ?? 0);
  eachNew((id, label) => {
    if (isCommon[id + 1]) return;
    const at = next[id] ?? 0;
    entries[at] = label;
    next[id] = at + 1;
  });
  return { start, entries, weights: new Float32Array(entries.length) };
}

/** 0 … count - 1 in an order that is always the same and mixes neighbours: steps of a number prime to count. */
function shuffled(count: number): Int32Array {
  const order = new Int32Array(count);
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (gcd(stride, count) !== 1) stride++;
  for (let i = 0, at = 0; i < count; i++, at = (at + stride) % count) order[i] = at;
  return order;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
