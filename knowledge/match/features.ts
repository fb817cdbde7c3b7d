// A text as a sparse vector: words, word pairs and character n-grams, each group of length 1 times its share.
import {
  conceptFeature,
  edgeFeature,
  figureFeature,
  type Lexicon,
  pairFeature,
  type Word,
} from './lexicon.ts';

/** One group of features of a text before weighting: ids, and beside them how strongly the text has each. */
export interface RawGroup {
  readonly ids: number[];
  readonly strengths: number[];
}
export interface RawFeatures {
  readonly words: RawGroup;
  readonly pairs: RawGroup;
  /** The words whose n-grams the text has: writing out the n-grams here would be most of the memory. */
  readonly spelt: readonly Word[];
}

export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Euclidean length: less than full when the text has no pair of words. */
  readonly length: number;
}

/** Shares of the three groups; chosen on the train parts of the public question sets (tests/bench/matcher.ts). */
const share = { words: 1, pairs: 0.8, grams: 0.75 } as const;
/** Rare features weigh more: weight = idf^power. */
const idfPower = 0.5;
/** A part of a compound weighs this much of the whole word; a group of synonyms as much as a word. */
const partStrength = 0.6;
const conceptStrength = 1;
/** Two stems with one word between them count half of two side by side; the first and the last word with the edge of the question less still. */
const skipPairStrength = 0.5;
const edgeStrength = 0.3;
/** That there is a figure at all counts half of a word: which one it is seldom tells. */
const figureStrength = 0.5;

/**
 * An n-gram that more than this share of the classes has is left out: it tells little and costs most of the time. One that a class or two
 * have never is: of four classes, two are half.
 */
const commonGram = 0.3;
const fewClasses = 2;
/**
 * N-grams count so much more where words of a question stay unknown, as a share of its words: they are what is left to go by. Chosen in five
 * folds on the train parts of the public question sets, typed badly: 0.6 to 2.1 of 100 more are right, and as many as before when typed well.
 */
const unknownGrams = 1;

const startsWithDigit = /^\d/u;

/** The features of a sequence of words. */
export function rawFeatures(
  lexicon: Lexicon,
  words: readonly Word[],
  groups: readonly number[],
  create: boolean,
): RawFeatures {
  const raw: RawFeatures = { words: group(), pairs: group(), spelt: words };
  const pair = (first: Word, second: Word | undefined, strength: number): void => {
    const left = first.stems[0];
    const right = second?.stems[0];
    if (left === undefined || right === undefined) return;
    const id = pairFeature(lexicon, left, right, create);
    if (id !== undefined)
      push(raw.pairs, id, strength * Math.min(first.strength, second?.strength ?? 0) ** 0.5);
  };
  let hasFigure = false;
  words.forEach((word, i) => {
    const strength = word.strength;
    for (const id of word.stems) push(raw.words, id, strength);
    for (const id of word.parts) push(raw.words, id, strength * partStrength);
    pair(word, words[i + 1], 1);
    pair(word, words[i + 2], skipPairStrength);
    if (startsWithDigit.test(word.folded)) hasFigure = true;
  });
  const edge = (word: Word | undefined, at: 'start' | 'end'): void => {
    const stem = word?.stems[0];
    const id = stem === undefined ? undefined : edgeFeature(lexicon, stem, at, create);
    if (id !== undefined) push(raw.pairs, id, edgeStrength * (word?.strength ?? 0) ** 0.5);
  };
  edge(words[0], 'start');
  edge(words.at(-1), 'end');
  if (hasFigure) {
    const id = figureFeature(lexicon, create);
    if (id !== undefined) push(raw.words, id, figureStrength);
  }
  for (const group of groups) {
    const id = conceptFeature(lexicon, group, create);
    if (id !== undefined) push(raw.words, id, conceptStrength);
  }
  return raw;
}

function group(): RawGroup {
  return { ids: [], strengths: [] };
}

function push(group: RawGroup, id: number, strength: number): void {
  group.ids.push(id);
  group.strengths.push(strength);
}

export interface Weighting {
  vector(raw: RawFeatures): Vector;
  /** How rare a feature is, log scale: the base of every weight. */
  idf(id: number): number;
  /** The idf of a word nobody wrote. */
  readonly unknownIdf: number;
}

/**
 * Counts in how many classes each feature occurs.
 * @returns how rare each feature is, log scale: the base of every weight, 0 for n-grams too common to tell; last the figure for one that
 * nobody wrote
 */
export function rarities(
  size: number,
  texts: readonly { readonly raw: RawFeatures; readonly label: number }[],
  labelCount: number,
): Float64Array {
  const frequency = new Float64Array(size);
  const last = new Int32Array(size).fill(-1);
  // Texts come class by class, so remembering the last one is enough to count each once.
  const count = (ids: readonly number[], label: number): void => {
    for (const id of ids) {
      if (last[id] === label) continue;
      last[id] = label;
      frequency[id] = (frequency[id] ?? 0) + 1;
    }
  };
  for (const { raw, label } of texts) {
    count(raw.words.ids, label);
    count(raw.pairs.ids, label);
    for (const word of raw.spelt) count(word.grams, label);
  }
  const idf = new Float64Array(size + 1);
  for (let id = 0; id <= size; id++) idf[id] = Math.log(1 + labelCount / ((frequency[id] ?? 0) + 0.5));
  // An n-gram is a feature of no other kind: those too common weigh nothing.
  const most = Math.max(fewClasses, commonGram * labelCount);
  for (const { raw } of texts)
    for (const word of raw.spelt) for (const id of word.grams) if ((frequency[id] ?? 0) > most) idf[id] = 0;
  return idf;
}

/** Weighs features by how rare they are. */
export function createWeighting(idf: Float64Array): Weighting {
  const size = idf.length - 1;
  const power = idf.map((value) => value ** idfPower);
  // A text's features before weighting: how often it has each, and which ones it has.
  const sums = new Float64Array(size);
  let ids: number[] = [];
  const add = (id: number, strength: number): void => {
    if (sums[id] === 0) ids.push(id);
    sums[id] = (sums[id] ?? 0) + strength;
  };

  return {
    unknownIdf: idf[size] ?? 0,
    idf: (id) => idf[id] ?? 0,
    vector({ words, pairs, spelt }) {
      ids = [];
      words.ids.forEach((id, i) => {
        add(id, words.strengths[i] ?? 0);
      });
      const pairsFrom = ids.length;
      pairs.ids.forEach((id, i) => {
        add(id, pairs.strengths[i] ?? 0);
      });
      const gramsFrom = ids.length;
      let unknown = 0;
      for (const word of spelt) {
        const strength = word.strength;
        if (word.stems.length === 0) unknown++;
        for (const id of word.grams) if ((idf[id] ?? 0) > 0) add(id, strength);
      }
      const values = new Float32Array(ids.length);
      let square = 0;
      const weigh = (most: number, from: number, to: number): void => {
        let sum = 0;
        for (let i = from; i < to; i++) {
          const id = ids[i] ?? 0;
          const value = Math.sqrt(sums[id] ?? 0) * (power[id] ?? 0);
          sums[id] = 0;
          values[i] = value;
          sum += value * value;
        }
        if (sum === 0) return;
        square += most ** 2;
        const scale = most / Math.sqrt(sum);
        for (let i = from; i < to; i++) values[i] = (values[i] ?? 0) * scale;
      };
      weigh(share.words, 0, pairsFrom);
      weigh(share.pairs, pairsFrom, gramsFrom);
      weigh(share.grams * (1 + (unknownGrams * unknown) / (spelt.length || 1)), gramsFrom, ids.length);
      return { ids: Int32Array.from(ids), values, length: Math.sqrt(square) };
    },
  };
}
