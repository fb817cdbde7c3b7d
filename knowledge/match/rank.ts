// Ranks the classes for a reading: a linear classifier over all features, the closest phrasing, and what the answers speak of. What
// they say about the best is the evidence for its confidence.
import type { Language } from '../language.ts';
import { scoreAnswers } from './answerWords.ts';
import type { Evidence } from './confidence.ts';
import { rawFeatures } from './features.ts';
import { conceptFeature } from './lexicon.ts';
import { toProbabilities } from './linearHead.ts';
import type { Model } from './model.ts';
import type { Reading } from './reading.ts';

/**
 * Weight of the closest phrasing's similarity, and of what the answer speaks of, beside the linear score. The former, and the strength
 * of naive Bayes beside the head that is trained, were chosen on 5,100 questions of tests/knowledge/questions (343 of them of fresh.yaml)
 * put to the knowledge of before they were known, and in five folds on the train parts of the public question sets: what is trained tells more than one phrasing.
 */
const similarityWeight = 8;
const answerWeight = 4;
/** Divides the differences between the scores when a confidence is shared out: two that are close both get some. */
const temperature = 2.5;
/** What an entry related to the one answered last gains, as similarity. */
const relatedLift = 0.02;
/** What the entry answered last loses when a follow-up asks for more. */
const repeatedLoss = 0.15;
/** What an entry gains that is asked in (nearly) the words of a phrasing: nothing below the first, all at 1. */
const nearlySame = 0.9;
const sameBonus = 16;
const maxMatches = 10;
/** Unknown words, lead and odds from which on more of them makes nothing surer. */
const fullUnknown = 3;
const fullKindLead = 40;
const fullOdds = 8;

export interface Ranked {
  /** Classes, the best first, with the share of each. */
  readonly order: readonly number[];
  readonly shares: Float64Array;
  readonly closest: Int32Array;
  readonly evidence: Evidence;
}

/**
 * @param typed the question as it was typed
 * @param asked the same, with the subject of a follow-up filled in
 * @param previous the entry answered last, by its index
 * @param language of the question; null where it is not certain
 * @returns null when there is nothing to go by
 */
export function rank(
  model: Model,
  typed: Reading,
  asked: Reading,
  previous: number | undefined,
  language: Language | null,
): Ranked | null {
  const words = asked.words.map(({ word }) => word);
  const groups = [...new Set(asked.hits.map((hit) => hit.group))];
  const vector = model.weighting.vector(rawFeatures(model.lexicon, words, groups, false));
  if (vector.ids.length === 0) return null;
  const count = model.labelCount;
  const linear = new Float64Array(count);
  model.head.score(vector, linear);
  const { similarity, closest } = model.neighbours.closestTo(vector, language);
  if (previous !== undefined) {
    for (const id of model.entries[previous]?.related ?? []) {
      const at = model.entries.findIndex((entry) => entry.id === id);
      if (at >= 0 && (similarity[at] ?? 0) > 0) similarity[at] = (similarity[at] ?? 0) + relatedLift;
    }
    if (asked !== typed) similarity[previous] = Math.max(0, (similarity[previous] ?? 0) - repeatedLoss);
  }
  const spoken = scoreAnswers(
    model.answerWords,
    asked.words.map(({ word, weight }) => ({ folded: word.folded, weight })),
  );
  const shares = linear.map(
    (score, i) =>
      score +
      similarityWeight * (similarity[i] ?? 0) +
      answerWeight * (spoken[i] ?? 0) +
      (sameBonus * Math.max(0, (similarity[i] ?? 0) - nearlySame)) / (1 - nearlySame),
  );
  const order = topOf(shares, maxMatches);
  const score = shares[order[0] ?? 0] ?? 0;
  const kindLead = score - bestOfOtherKind(shares, order[0] ?? 0, model.entries.length);
  toProbabilities(shares, temperature);
  const [first = 0] = order;
  const share = shares[first] ?? 0;
  const outOfScope = first >= model.entries.length;
  return {
    order,
    shares,
    closest,
    evidence: {
      // What we filled in is covered for certain: only what was typed tells.
      phrased: phrasedShare(model, typed, first),
      namesSubject: words.some(({ stopWord }) => !stopWord) || (similarity[first] ?? 0) >= nearlySame,
      unknown: Math.min(1, typed.unknownWords.length / fullUnknown),
      odds: Math.max(-1, Math.min(1, Math.log(share / (1 - share)) / fullOdds)),
      kindLead: Math.max(-1, Math.min(1, (outOfScope ? -kindLead : kindLead) / fullKindLead)),
      alone: model.outOfScope.length === 0 ? model.rows.length : null,
      outOfScope,
    },
  };
}

/** Share of the typed weight that the phrasings of a class have. */
function phrasedShare(model: Model, typed: Reading, label: number): number {
  const own = model.labelWords[label];
  const named = new Set<number>();
  for (const hit of typed.hits) {
    const concept = conceptFeature(model.lexicon, hit.group, false);
    if (concept === undefined || !own?.has(concept)) continue;
    for (let i = 0; i < hit.length; i++) named.add(hit.start + i);
  }
  let total = 0;
  let phrased = 0;
  typed.words.forEach(({ word, weight, known }, i) => {
    total += weight;
    const has =
      named.has(i) || word.stems.some((id) => own?.has(id)) || word.parts.some((id) => own?.has(id));
    if (has) phrased += weight * known;
  });
  return total > 0 ? phrased / total : 0;
}

/** The best score among the groups if the best class is an entry, among the entries if it is a group; 0 when there is no other. */
function bestOfOtherKind(scores: Float64Array, best: number, entryCount: number): number {
  const others = best < entryCount ? scores.subarray(entryCount) : scores.subarray(0, entryCount);
  return others.reduce((highest, score) => Math.max(highest, score), others.length > 0 ? -Infinity : 0);
}

/** Indices of the highest scores, best first; equal scores in the order of the entries. */
function topOf(scores: Float64Array, count: number): number[] {
  const order: number[] = [];
  const at = (place: number): number => scores[order[place] ?? 0] ?? 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (order.length === count && score <= at(count - 1)) continue;
    let place = order.length;
    while (place > 0 && score > at(place - 1)) place--;
    order.splice(place, 0, i);
    order.length = Math.min(order.length, count);
  }
  return order;
}
