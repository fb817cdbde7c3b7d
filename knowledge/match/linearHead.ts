// A softmax classifier over the classes (entries, and groups out of scope), trained at load on the phrasings by stochastic
// gradient descent. It begins at each class's mean phrasing (Rocchio's classifier) instead of at 0: three passes then do what
// takes six from 0. A rare feature has a weight only in the classes whose phrasings have it: most features are rare, and most
// of the memory and time would go into weights that stay next to nothing. Classes a text shares no feature with score what naive Bayes gives them for that.
import type { Vector } from './features.ts';
import { addNaiveBayes } from './naiveBayes.ts';

/**
 * How far towards the mean phrasing a class's weights begin, passes over the phrasings, and the first and last step; chosen on
 * the questions of tests/knowledge/questions: as good as with 6 passes from 0.
 */
const meanShare = 4;
const fewestPasses = 3;
const firstStep = 4;
const lastStep = 0.5;

/**
 * Three passes over a few hundred phrasings are too few steps to tell the classes apart: then as many passes as make this number of
 * steps, at most so many. Takes a quarter of a second at most.
 */
const fewestSteps = 10_000;
const mostPasses = 20;

/** Steps for a phrasing of a class with many are shorter: divided by the number of its phrasings, as a multiple of the mean, to this power. */
const sizePower = 0.5;
/** A class with few phrasings is never favoured more than this. */
const mostFavour = 4;

/** A feature that at least this many classes have gets a weight in every class: a plain loop is quicker than a list. */
const frequent = 64;
/** A class whose probability is off by less than this learns nothing from a phrasing about a frequent feature. */
const negligible = 0.001;

export interface LinearHead {
  /** Adds the score of every class to `scores`. */
  score(vector: Vector, scores: Float64Array): void;
}

/** What training leaves: the weights of feature f are weights[start[f]] … weights[start[f + 1] - 1], for the classes beside them. */
export interface Weights {
  readonly labelCount: number;
  readonly start: Int32Array;
  readonly classes: Int32Array;
  readonly weights: Float32Array;
  /** What each class scores for a text of total weight 1 whose features it has none of. */
  readonly base: Float64Array;
}

export type Cells = Omit<Weights, 'base'>;

/** Where the weight of a feature in a class stands, one that has a phrasing with it. */
export function cellOf({ labelCount, start, classes }: Cells, id: number, label: number): number {
  const end = start[id + 1] ?? 0;
  let at = start[id] ?? 0;
  if (end - at === labelCount) return at + label;
  while (at < end && classes[at] !== label) at++;
  return at;
}

export function createLinearHead({ labelCount, start, classes, weights, base }: Weights): LinearHead {
  const score = ({ ids, values }: Vector, into: Float64Array): void => {
    let total = 0;
    for (let i = 0; i < ids.length; i++) {
      const from = start[ids[i] ?? 0] ?? 0;
      const end = start[(ids[i] ?? 0) + 1] ?? 0;
      const value = values[i] ?? 0;
      total += value;
      if (end - from === labelCount) {
        for (let label = 0; label < labelCount; label++)
          into[label] = (into[label] ?? 0) + value * (weights[from + label] ?? 0);
      } else {
        for (let at = from; at < end; at++) {
          const label = classes[at] ?? 0;
          into[label] = (into[label] ?? 0) + value * (weights[at] ?? 0);
        }
      }
    }
    for (let label = 0; label < labelCount; label++)
      into[label] = (into[label] ?? 0) + total * (base[label] ?? 0);
  };

  return { score };
}

/**
 * Learns the weights from the phrasings' vectors and their classes.
 * @param sizes number of phrasings of each class
 * @param order of the rows in each pass
 */
export function trainLinearHead(
  size: number,
  vectors: readonly Vector[],
  labels: Int32Array,
  sizes: Int32Array,
  order: Int32Array,
): Weights {
  const labelCount = sizes.length;
  const trained = layOut(size, vectors, labels, labelCount);
  addMeans(vectors, labels, sizes, trained);
  const meanSize = vectors.length / labelCount;
  const favours = Float64Array.from(sizes, (count) => Math.min(mostFavour, (meanSize / count) ** sizePower));
  const { start, classes, weights } = trained;
  const { score } = createLinearHead(trained);
  const errors = new Float64Array(labelCount);
  const off = new Int32Array(labelCount);
  const learn = (vector: Vector, label: number, rate: number): void => {
    const { ids, values } = vector;
    errors.fill(0);
    score(vector, errors);
    toProbabilities(errors);
    errors[label] = (errors[label] ?? 0) - 1;
    let offCount = 0;
    for (let each = 0; each < labelCount; each++)
      if (Math.abs(errors[each] ?? 0) > negligible) off[offCount++] = each;
    for (let i = 0; i < ids.length; i++) {
      const from = start[ids[i] ?? 0] ?? 0;
      const end = start[(ids[i] ?? 0) + 1] ?? 0;
      const step = rate * (values[i] ?? 0);
      if (end - from === labelCount) {
        for (let each = 0; each < offCount; each++) {
          const at = from + (off[each] ?? 0);
          weights[at] = (weights[at] ?? 0) - step * (errors[off[each] ?? 0] ?? 0);
        }
      } else {
        for (let at = from; at < end; at++)
          weights[at] = (weights[at] ?? 0) - step * (errors[classes[at] ?? 0] ?? 0);
      }
    }
  };

  const passes = passesFor(vectors.length);
  const steps = passes * vectors.length;
  let done = 0;
  for (let pass = 0; pass < passes; pass++) {
    for (const row of order) {
      const rate = firstStep + ((lastStep - firstStep) * done++) / steps;
      const vector = vectors[row];
      const label = labels[row] ?? 0;
      if (vector) learn(vector, label, rate * (favours[label] ?? 1));
    }
  }
  return { ...trained, base: addNaiveBayes(size, vectors, labels, trained) };
}

/** How often training goes over so many phrasings. */
export function passesFor(count: number): number {
  return Math.max(fewestPasses, Math.min(mostPasses, Math.round(fewestSteps / count)));
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

/** e^x for x <= 0 as (1 + x / 256)^256, several times quicker than Math.exp: 5 % off at e^-5, and 0 below e^-10. */
function quickExp(x: number): number {
  if (x < -10) return 0;
  let power = 1 + x / 256;
  for (let i = 0; i < 8; i++) power *= power;
  return power;
}

/** A place for the weight of every feature in the classes whose phrasings have it, or in all; all 0. */
function layOut(size: number, vectors: readonly Vector[], labels: Int32Array, labelCount: number): Weights {
  // Phrasings come class by class, so remembering the last one is enough to count each once.
  const last = new Int32Array(size);
  const eachNew = (visit: (id: number, label: number) => void): void => {
    last.fill(-1);
    for (let row = 0; row < vectors.length; row++) {
      const ids = vectors[row]?.ids ?? [];
      const label = labels[row] ?? 0;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        if (last[id] === label) continue;
        last[id] = label;
        visit(id, label);
      }
    }
  };
  const start = new Int32Array(size + 1);
  eachNew((id) => {
    start[id + 1] = (start[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < size; id++) {
    const count = start[id + 1] ?? 0;
    start[id + 1] = (start[id] ?? 0) + (count >= frequent ? labelCount : count);
  }
  const classes = new Int32Array(start[size] ?? 0);
  const next = start.slice();
  eachNew((id, label) => {
    const at = next[id] ?? 0;
    classes[at] = label;
    next[id] = at + 1;
  });
  return {
    labelCount,
    start,
    classes,
    weights: new Float32Array(classes.length),
    base: new Float64Array(labelCount),
  };
}

/** Begins at the mean phrasing of each class; classes with many phrasings a little stronger (square root of the count). */
function addMeans(vectors: readonly Vector[], labels: Int32Array, sizes: Int32Array, cells: Cells): void {
  const { weights } = cells;
  vectors.forEach(({ ids, values }, row) => {
    const label = labels[row] ?? 0;
    const share = meanShare / Math.sqrt(sizes[label] ?? 1);
    for (let i = 0; i < ids.length; i++) {
      const at = cellOf(cells, ids[i] ?? 0, label);
      weights[at] = (weights[at] ?? 0) + share * (values[i] ?? 0);
    }
  });
}

/**
 * The rows in an order that mixes the classes and depends on each text alone: one phrasing more or less leaves the others where
 * they are, so that an edit moves little but what it is about.
 */
export function mixedOrder(texts: readonly string[]): Int32Array {
  const hashes = Int32Array.from(texts, hashOf);
  return Int32Array.from(texts.keys()).sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0) || a - b);
}

/** FNV-1a, 32 bits, mixed once more (the finaliser of MurmurHash3): texts that begin alike lie far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
