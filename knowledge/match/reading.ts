// What a question says once its words are looked up: which are known, and how much of what was typed they are.
import type { Language } from '../language.ts';
import { isFiller } from '../text/stopWords.ts';
import type { Token } from '../text/tokens.ts';
import { conceptFeature, lookUp, type Word } from './lexicon.ts';
import type { Model } from './model.ts';
import { spell } from './spelling.ts';
import { findSynonyms, type SynonymHit } from './synonyms.ts';

export interface ReadWord {
  readonly typed: string;
  readonly word: Word;
  /** How much of what was typed is known: 1 as it stands, less if repaired, 0 unknown. */
  readonly known: number;
  /** Weight in the coverage: rare and unknown words weigh most, stop words next to nothing. */
  readonly weight: number;
}

export interface Reading {
  readonly words: readonly ReadWord[];
  readonly hits: readonly SynonymHit[];
  readonly repairs: readonly { readonly typed: string; readonly used: string }[];
  readonly coverage: number;
  readonly unknownWords: readonly string[];
}

/** Weight of a stop word, and of a number no entry has, as a share of an unknown word's. */
const stopWordWeight = 0.05;
const numberWeight = 0.5;

/**
 * Looks up every word of a question.
 * @param bold words that no phrasing in the language has, common or of other languages, are taken for misspelt ones
 */
export function read(model: Model, typedTokens: readonly Token[], language: Language, bold = false): Reading {
  const spelt = spell(model, typedTokens, language, bold);
  const hits = findSynonyms(
    model.synonyms,
    spelt.words.map(({ token }) => token),
  );
  const named = new Set(hits.filter((hit) => usedByEntries(model, hit)).flatMap(wordsOf));
  const words = spelt.words.map(({ token, typed, known }, i): ReadWord => {
    const word = lookUp(model.lexicon, token, language);
    const share = named.has(i) ? Math.max(known, 1) : known;
    return { typed, word, known: share, weight: weightOf(model, word, share) };
  });
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const covered = words.reduce((sum, { weight, known }) => sum + weight * known, 0);
  return {
    words,
    hits,
    repairs: spelt.repairs,
    coverage: total > 0 ? covered / total : 0,
    unknownWords: words.filter(({ known, word }) => known === 0 && !word.stopWord).map(({ typed }) => typed),
  };
}

function usedByEntries(model: Model, hit: SynonymHit): boolean {
  return conceptFeature(model.lexicon, hit.group, false) !== undefined;
}

function wordsOf(hit: SynonymHit): number[] {
  return Array.from({ length: hit.length }, (_, i) => hit.start + i);
}

function weightOf(model: Model, word: Word, known: number): number {
  const { unknownIdf, idf } = model.weighting;
  if (word.stopWord) return isFiller(word.folded) ? 0 : stopWordWeight * unknownIdf;
  if (known === 0) return /^\d+$/u.test(word.folded) ? numberWeight * unknownIdf : unknownIdf;
  const ids = word.stems.length > 0 ? word.stems : word.parts;
  return ids.reduce((least, id) => Math.min(least, idf(id)), unknownIdf);
}
