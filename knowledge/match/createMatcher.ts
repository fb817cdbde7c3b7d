// The matcher: question -> entries, ranked, each with its confidence; or a group of questions that are out of scope.
// Two judges rank: a linear classifier over all features, and the closest phrasing. A logistic function of what they and
// the coverage say gives the confidence of the best; the others share the rest in proportion.
import type { KnowledgeBase } from '../entry.ts';
import type { Language } from '../language.ts';
import type { Match, Matcher, MatchOptions, MatchResult } from '../matcher.ts';
import { cleanQuestion } from '../text/normalise.ts';
import { tokenise } from '../text/tokens.ts';
import { isLikeAnswerWord, scoreAnswers } from './answerWords.ts';
import { confidenceOf, type Evidence } from './confidence.ts';
import { rawFeatures, type Vector } from './features.ts';
import { isElliptical, isOpener, isPointer } from './followUp.ts';
import { conceptFeature } from './lexicon.ts';
import { toProbabilities } from './linearHead.ts';
import { type LearntModel, learnModel, type Model, openModel } from './model.ts';
import { type Reading, read } from './reading.ts';
import { findSynonyms } from './synonyms.ts';

/**
 * Weight of the closest phrasing's similarity, and of what the answer speaks of, beside the linear score. Chosen on the
 * development questions (tests/knowledge/questions/development.yaml): by the linear score alone 90 % come first, by the
 * similarity alone 86 %, by all three 93 %.
 */
const similarityWeight = 20;
const answerWeight = 15;
/** Divides the differences between the scores when a confidence is shared out: two that are close both get some. */
const temperature = 3;
/** What an entry related to the one answered last gains, as similarity. */
const relatedLift = 0.02;
/** What the entry answered last loses when a follow-up asks for more. */
const repeatedLoss = 0.15;
/** What an entry gains that is asked in (nearly) the words of a phrasing: nothing below the first, all at 1. */
const nearlySame = 0.9;
const sameBonus = 15;
const maxMatches = 10;
/** Subject words, and lead of the linear score, from which on more of them makes nothing surer. */
const fullSubjects = 6;
const fullLead = 6;
/** Matches below this confidence say nothing. */
const leastConfidence = 0.001;

/** Builds a matcher for a knowledge base; the same knowledge gives the same matches. */
export function createMatcher(knowledge: KnowledgeBase): Matcher {
  return openMatcher(knowledge, learnModel(knowledge));
}

/** A matcher from what was learnt before, or by another thread, from the same knowledge. */
export function openMatcher(knowledge: KnowledgeBase, learnt: LearntModel): Matcher {
  return { match: matcherOf(openModel(knowledge, learnt)).match };
}

/** The matcher with the evidence behind its confidence: for calibration. */
export function createExplainedMatcher(knowledge: KnowledgeBase) {
  return matcherOf(openModel(knowledge, learnModel(knowledge)));
}

function matcherOf(model: Model) {
  const indexOf = new Map(model.entries.map((entry, index) => [entry.id, index]));

  const ask = (
    question: string,
    options: MatchOptions = {},
  ): { result: MatchResult; evidence: Evidence | null } => {
    const text = cleanQuestion(question);
    const tokens = tokenise(text);
    const guess = model.detector.detect(text, tokens, options.language);
    const reading = read(model, tokens, guess.language);
    const previous = options.context === undefined ? undefined : indexOf.get(options.context);
    const subject = reading.words.filter(({ word }) => !word.stopWord).length;
    const about =
      previous !== undefined && isElliptical(tokens, subject)
        ? aboutOf(model, previous, guess.language)
        : null;
    const asked = about === null ? reading : withSubject(model, reading, about, guess.language);
    const ranked = rank(model, asked, previous, about !== null);
    const matches = ranked ? toMatches(model, ranked, reading, guess.language) : [];
    const result: MatchResult = {
      question: text,
      language: guess.language,
      languageConfidence: guess.confidence,
      matches,
      margin: (matches[0]?.confidence ?? 0) - (matches[1]?.confidence ?? 0),
      outOfScope: ranked ? outOfScopeOf(model, ranked) : null,
      coverage: reading.coverage,
      unknownWords: reading.unknownWords,
      repairs: reading.repairs,
      synonyms: reading.hits.flatMap((hit) => {
        const typed = reading.words.slice(hit.start, hit.start + hit.length).map((word) => word.typed);
        return typed.join(' ').toLowerCase() === hit.term.toLowerCase()
          ? []
          : [{ typed: typed.join(' '), term: hit.term }];
      }),
    };
    return { result, evidence: ranked?.evidence ?? null };
  };
  return { ask, match: (question: string, options?: MatchOptions) => ask(question, options).result };
}

interface Ranked {
  /** Classes, the best first, with the share of each. */
  readonly order: readonly number[];
  readonly shares: Float64Array;
  readonly closest: Int32Array;
  readonly evidence: Evidence;
}

function aboutOf(model: Model, previous: number, language: Language): string | null {
  const texts = model.entries[previous]?.texts;
  return texts?.[language]?.about ?? texts?.en.about ?? null;
}

/** Weight of an added word as a share of a typed one: what was typed must still decide. */
const addedWeight = 0.5;

/** "And who runs it?" -> "who runs the Solutions Gateway": the subject takes the place of the last word that points back. */
function withSubject(model: Model, reading: Reading, about: string, language: Language): Reading {
  const added = read(model, tokenise(cleanQuestion(about)), language);
  const subject = added.words.map((word) => ({ ...word, weight: word.weight * addedWeight }));
  const kept = reading.words.filter(({ word }, i) => i > 0 || !isOpener(word.folded));
  const place = kept.findLastIndex(({ word }) => isPointer(word.folded));
  const words = place < 0 ? [...kept, ...subject] : kept.toSpliced(place, 1, ...subject);
  return {
    ...reading,
    words,
    hits: findSynonyms(
      model.synonyms,
      words.map(({ word }) => word),
    ),
  };
}

function rank(
  model: Model,
  asked: Reading,
  previous: number | undefined,
  isFollowUp: boolean,
): Ranked | null {
  const words = asked.words.map(({ word }) => word);
  const groups = [...new Set(asked.hits.map((hit) => hit.group))];
  const vector = model.weighting.vector(rawFeatures(model.lexicon, words, groups, false));
  if (vector.ids.length === 0) return null;
  const count = model.labelCount;
  const linear = new Float64Array(count);
  model.head.score(vector, linear);
  const { similarity, closest } = similarities(model, vector);
  // Stop words alone ask nothing, unless they are a phrasing ("who are you").
  if (words.every(({ stopWord }) => stopWord) && similarity.every((value) => value < nearlySame)) return null;
  if (previous !== undefined) {
    for (const id of model.entries[previous]?.related ?? []) {
      const at = model.entries.findIndex((entry) => entry.id === id);
      if (at >= 0 && (similarity[at] ?? 0) > 0) similarity[at] = (similarity[at] ?? 0) + relatedLift;
    }
    if (isFollowUp) similarity[previous] = Math.max(0, (similarity[previous] ?? 0) - repeatedLoss);
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
  toProbabilities(shares, temperature);
  const [first = 0, second] = order;
  const leadOf = (scores: Float64Array) =>
    (scores[first] ?? 0) - (second === undefined ? 0 : (scores[second] ?? 0));
  return {
    order,
    shares,
    closest,
    evidence: {
      ...coverage(model, asked, first),
      similarity: similarity[first] ?? 0,
      subjects: Math.min(1, asked.words.filter(({ word }) => !word.stopWord).length / fullSubjects),
      lead: Math.min(1, leadOf(linear) / fullLead),
      similarityLead: leadOf(similarity),
      outOfScope: first >= model.entries.length,
    },
  };
}

/** For every class the cosine to its closest phrasing, and that phrasing. */
function similarities(model: Model, vector: Vector) {
  const { start, rows, values } = model.postings;
  const cosines = new Float32Array(model.rows.length);
  for (let i = 0; i < vector.ids.length; i++) {
    const id = vector.ids[i] ?? 0;
    const value = vector.values[i] ?? 0;
    const end = start[id + 1] ?? 0;
    for (let at = start[id] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0;
      cosines[row] = (cosines[row] ?? 0) + value * (values[at] ?? 0);
    }
  }
  const similarity = new Float64Array(model.labelCount);
  const closest = new Int32Array(model.labelCount).fill(-1);
  for (let row = 0; row < cosines.length; row++) {
    const label = model.rowLabels[row] ?? 0;
    const cosine = (cosines[row] ?? 0) / ((model.rowLengths[row] ?? 1) * vector.length || 1);
    if (cosine > (similarity[label] ?? 0)) {
      similarity[label] = cosine;
      closest[label] = row;
    }
  }
  return { similarity, closest };
}

/** Shares of the typed weight that the phrasings of a class have, and its phrasings and answer together. */
function coverage(model: Model, typed: Reading, label: number): Pick<Evidence, 'phrased' | 'covered'> {
  const own = model.labelWords[label];
  const named = new Set<number>();
  for (const hit of typed.hits) {
    const concept = conceptFeature(model.lexicon, hit.group, false);
    if (concept === undefined || !own?.has(concept)) continue;
    for (let i = 0; i < hit.length; i++) named.add(hit.start + i);
  }
  let total = 0;
  let phrased = 0;
  let covered = 0;
  typed.words.forEach(({ word, weight, known }, i) => {
    total += weight;
    const has =
      named.has(i) || word.stems.some((id) => own?.has(id)) || word.parts.some((id) => own?.has(id));
    if (has) phrased += weight * known;
    if (has || isLikeAnswerWord(model.answerWords, word.folded, label)) covered += weight * known;
  });
  return total > 0 ? { phrased: phrased / total, covered: covered / total } : { phrased: 0, covered: 0 };
}

/** Indices of the highest scores, best first; equal scores in the order of the entries. */
function topOf(scores: Float64Array, count: number): number[] {
  const order = Array.from(scores, (_, i) => i);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  return order.slice(0, count);
}

/** The group the question belongs to, if a group fits better than every entry. */
function outOfScopeOf(model: Model, { order, evidence }: Ranked): MatchResult['outOfScope'] {
  const group = model.outOfScope[(order[0] ?? 0) - model.entries.length];
  return group ? { group, confidence: confidenceOf(evidence) } : null;
}

function toMatches(model: Model, ranked: Ranked, reading: Reading, language: Language): Match[] {
  const { order, shares, closest, evidence } = ranked;
  const confidence = confidenceOf(evidence);
  const bestShare = shares[order[0] ?? 0] ?? 1;
  return order.flatMap((index): Match[] => {
    const entry = model.entries[index];
    const row = model.rows[closest[index] ?? -1];
    const even = (confidence * (shares[index] ?? 0)) / bestShare;
    // Together they are never more than certain.
    const own = index === order[0] ? even : Math.min(even, 1 - confidence);
    if (!entry || own < leastConfidence) return [];
    const words = model.labelWords[index];
    const matched = reading.words
      .filter(({ word }) => [...word.stems, ...word.parts].some((id) => words?.has(id)))
      .sort((a, b) => b.weight - a.weight)
      .map(({ typed }) => typed);
    return [
      {
        entry,
        confidence: own,
        phrasing: row?.text ?? entry.texts.en.question,
        language: row?.language ?? language,
        matchedWords: [...new Set(matched)],
      },
    ];
  });
}
