// What a question says once its words are looked up: known, repaired, split, or unknown.
import type { Language } from '../language.ts';
import { isCommonWord } from '../text/commonWords.ts';
import { isFiller, isStopWord, stopWords } from '../text/stopWords.ts';
import type { Token } from '../text/tokens.ts';
import { isAnswerWord, isLikeAnswerWord } from './answerWords.ts';
import { conceptFeature, isSpokenIn, lookUp, pairFeature, type Word } from './lexicon.ts';
import type { Model } from './model.ts';
import { misspeltPartsOf, partsOf, respace, wordAs } from './respace.ts';
import { correctMisspellings, findSynonyms, type SynonymHit } from './synonyms.ts';

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

/** A repaired word is most likely, not certainly, what was meant; so is a compound of known parts. */
const repairedKnown = 0.8;
const compoundKnown = 0.8;
/** A word that only answers have: known, but nobody expected it in a question. */
const answerKnown = 0.8;
/** Weight of a stop word, and of a number no entry has, as a share of an unknown word's. */
const stopWordWeight = 0.05;
const numberWeight = 0.5;

/** Letters of the parts from which on words written as one are likelier than a misspelt one. */
const longPart = 4;

/** Words of a question that are looked up in spelling: one with more unknown words is not misspelt. Bounds the time. */
const maxRepairs = 8;

/**
 * Looks up every word of a question.
 * @param bold words that no phrasing in the language has, common or of other languages, are taken for misspelt ones
 */
export function read(model: Model, typedTokens: readonly Token[], language: Language, bold = false): Reading {
  const spoken = (word: string) => isSpokenIn(model.lexicon, word, language);
  const isWord = (word: string) => stopWords[language].has(word) || (word.length > 2 && spoken(word));
  const corrected = correctMisspellings(model.synonyms, typedTokens);
  const { tokens, repairs } = respace(corrected.tokens, (word) => model.lexicon.words.has(word), isWord);
  const fixed: { token: Token; typed: string; known: number }[] = [];
  const found = [...corrected.repairs, ...repairs];
  let repairsLeft = maxRepairs;
  const repair = (folded: string, fits?: (word: string) => number): string | null => {
    if (repairsLeft === 0) return null;
    repairsLeft--;
    return model.repairer.repair(folded, { spoken, bold, ...(fits ? { fits } : {}) });
  };
  const inCapitals = namesInCapitals(typedTokens);
  tokens.forEach((token, at) => {
    const { folded, typed } = token;
    const isKnownWord = isKnown(model, token, language);
    const isAnswers = isAnswerWord(model.answerWords, folded);
    const isStrange = bold && isKnownWord && !isAnswers && !spoken(folded);
    if (isStopWord(folded) || (isKnownWord && !isStrange)) {
      fixed.push({ token, typed, known: 1 });
      return;
    }
    if (isAnswers) {
      fixed.push({ token, typed, known: answerKnown });
      return;
    }
    // A name in capitals that nobody wrote ("NATO") is no misspelling, however near a word lies.
    const isName = inCapitals.has(token);
    // A capital inside a sentence makes it likely to be one, but in German: what stands beside it tells nothing then ("Oregon" is no region).
    const isCapital = language !== 'de' && at > 0 && typed.charAt(0) !== token.lower.charAt(0);
    // Short parts are found in many a misspelt word ("cop many"): a repair comes before them.
    const isLongParts = partsOf(folded, (part) => part.length >= longPart && spoken(part)) !== null;
    const meant =
      isName || isLongParts ? null : repair(folded, isCapital ? undefined : fitsAt(model, tokens, at));
    if (meant !== null) {
      found.push({ typed, used: meant });
      fixed.push({ token: wordAs(meant), typed, known: repairedKnown });
      return;
    }
    if (isStrange) {
      fixed.push({ token, typed, known: 1 });
      return;
    }
    const mayBeParts = !isName && !isCommonWord(folded);
    const parts =
      (mayBeParts && partsOf(folded, isWord)) ||
      (mayBeParts &&
        misspeltPartsOf(folded, isWord, repair, (first, second) => areNeighbours(model, first, second)));
    if (parts) {
      found.push({ typed, used: parts.join(' ') });
      for (const part of parts) fixed.push({ token: wordAs(part), typed, known: 1 });
      return;
    }
    const isCompound = lookUp(model.lexicon, token, language).parts.length > 0;
    const isLike = !isCommonWord(folded) && isLikeAnswerWord(model.answerWords, folded);
    fixed.push({ token, typed, known: isCompound ? compoundKnown : isLike ? answerKnown : 0 });
  });
  const hits = findSynonyms(
    model.synonyms,
    fixed.map(({ token }) => token),
  );
  const named = new Set(hits.filter((hit) => usedByEntries(model, hit)).flatMap(wordsOf));
  const words = fixed.map(({ token, typed, known }, i): ReadWord => {
    const word = lookUp(model.lexicon, token, language);
    const share = named.has(i) ? Math.max(known, 1) : known;
    return { typed, word, known: share, weight: weightOf(model, word, share) };
  });
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const covered = words.reduce((sum, { weight, known }) => sum + weight * known, 0);
  return {
    words,
    hits,
    repairs: found,
    coverage: total > 0 ? covered / total : 0,
    unknownWords: words.filter(({ known, word }) => known === 0 && !word.stopWord).map(({ typed }) => typed),
  };
}

/** Words written in capitals in a text that is not ("what does NATO stand for"). */
function namesInCapitals(tokens: readonly Token[]): ReadonlySet<Token> {
  const loud = tokens.filter(
    ({ typed, lower }) => typed.length > 2 && typed !== lower && typed === typed.toUpperCase(),
  );
  return new Set(loud.length < tokens.length / 2 ? loud : []);
}

function isKnown(model: Model, token: Token, language: Language): boolean {
  return lookUp(model.lexicon, token, language).stems.length > 0;
}

/** How well a word stands at a place: 1 for each word side by side with it in some phrasing, half of it with one word between. */
function fitsAt(model: Model, tokens: readonly Token[], at: number): (word: string) => number {
  const near = [at - 2, at - 1, at + 1, at + 2].map((place) => stemIn(model, tokens[place]?.folded));
  const [secondBefore, before, after, secondAfter] = near;
  return (word) => {
    const stem = stemIn(model, word);
    return (
      Number(isPair(model, before, stem)) +
      Number(isPair(model, stem, after)) +
      (Number(isPair(model, secondBefore, stem)) + Number(isPair(model, stem, secondAfter))) / 2
    );
  };
}

function areNeighbours(model: Model, first: string, second: string): boolean {
  return isPair(model, stemIn(model, first), stemIn(model, second));
}

function stemIn({ lexicon }: Model, folded: string | undefined): number | undefined {
  return folded === undefined ? undefined : lexicon.words.get(folded)?.stems[0];
}

function isPair({ lexicon }: Model, first: number | undefined, second: number | undefined): boolean {
  return (
    first !== undefined && second !== undefined && pairFeature(lexicon, first, second, false) !== undefined
  );
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
