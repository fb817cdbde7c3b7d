// A softmax classifier over the classes (entries, and groups out of scope), trained at load on the phrasings by stochastic gradient descent.
// It begins at each class's mean phrasing (Rocchio's classifier) instead of at 0: two passes then do what takes six from 0.
// A weight exists only where a class has the feature in a phrasing: training touches a few classes per feature instead of
// all of them, at the same accuracy. Classes a text shares no feature with keep the score 0.
import type { Vector } from './features.ts';

/**
 * How far towards the mean phrasing a class's weights begin, passes over the phrasings, and the first and last step; chosen
 * on the development questions (tests/bench/README.md): 88 % first by the head alone, from 0 with 6 passes 88 %.
 */
const meanShare = 4;
const epochs = 2;
const firstStep = 4;
const lastStep = 0.5;

/** Phrasings learnt between two pauses: some milliseconds. */
const rowsInOneStep = 100;

export interface LinearHead {
  /** Adds the score of every class to `scores`. */
  score(vector: Vector, scores: Float64Array): void;
}

/** Trains in steps: it stops now and then, see `buildModelInSteps`. */
export function* trainLinearHead(
  size: number,
  vectors: readonly Vector[],
  labels: Int32Array,
  labelCount: number,
): Generator<void, LinearHead> {
  const { start, classes, weights } = support(size, vectors, labels);
  const scores = new Float64Array(labelCount);

  const score = (vector: Vector, into: Float64Array): void => {
    const { ids, values } = vector;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      const value = values[i] ?? 0;
      const end = start[id + 1] ?? 0;
      for (let at = start[id] ?? 0; at < end; at++) {
        const label = classes[at] ?? 0;
        into[label] = (into[label] ?? 0) + value * (weights[at] ?? 0);
      }
    }
  };

  addMeans(vectors, labels, labelCount, { start, classes, weights });

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
      const { ids, values } = vector;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        const step = rate * (values[i] ?? 0);
        const end = start[id + 1] ?? 0;
        for (let at = start[id] ?? 0; at < end; at++) {
          weights[at] = (weights[at] ?? 0) - step * (scores[classes[at] ?? 0] ?? 0);
        }
      }
    }
  }
  return { score };
}

/** Turns scores into probabilities, in place; the higher the temperature, the more even. */
export function toProbabilities(scores: Float64Array, temperature = 1): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const value = quickExp(((scores[i] ?? 0) - highest) / temperature);
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

/** For every feature the classes whose phrasings have it, with weight 0. */
function support(size: number, vectors: readonly Vector[], labels: Int32Array) {
  // Phrasings come class by class, so remembering the last one is enough to count each once.
  const last = new Int32Array(size);
  const start = new Int32Array(size + 1);
  const eachNew = (visit: (id: number, label: number) => void): void => {
    last.fill(-1);
    vectors.forEach(({ ids }, row) => {
      const label = labels[row] ?? 0;
      for (const id of ids) {
        if (last[id] === label) continue;
        last[id] = label;
        visit(id, label);
      }
    });
  };
  eachNew((id) => {
    start[id + 1] = (start[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < size; id++) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const next = start.slice();
  const classes = new Int32Array(start[size] ?? 0);
  eachNew((id, label) => {
    const at = next[id] ?? 0;
    classes[at] = label;
    next[id] = at + 1;
  });
  return { start, classes, weights: new Float32Array(classes.length) };
}

/** Begins at the mean phrasing of each class; classes with many phrasings a little stronger (square root of the count). */
function addMeans(
  vectors: readonly Vector[],
  labels: Int32Array,
  labelCount: number,
  { start, classes, weights }: ReturnType<typeof support>,
): void {
  const counts = new Int32Array(labelCount);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  vectors.forEach(({ ids, values }, row) => {
    const label = labels[row] ?? 0;
    const share = meanShare / Math.sqrt(counts[label] ?? 1);
    ids.forEach((id, i) => {
      const end = start[id + 1] ?? 0;
      for (let at = start[id] ?? 0; at < end; at++) {
        if (classes[at] === label) weights[at] = (weights[at] ?? 0) + share * (values[i] ?? 0);
      }
    });
  });
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
