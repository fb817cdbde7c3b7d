// What a question says once its words are looked up: known, repaired, split, or unknown.
import type { Language } from '../language.ts';
import { isCommonWord } from '../text/commonWords.ts';
import { isFiller, isStopWord } from '../text/stopWords.ts';
import type { Token } from '../text/tokens.ts';
import { isAnswerWord, isLikeAnswerWord } from './answerWords.ts';
import { conceptFeature, isSpokenIn, lookUp, type Word } from './lexicon.ts';
import type { Model } from './model.ts';
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

/** Letters of a part from which on two words written as one are likelier than a misspelt one, and at least. */
const longPart = 4;
const shortPart = 3;

/** Words of a question that are looked up in spelling: one with more unknown words is not misspelt. Bounds the time. */
const maxRepairs = 8;

/**
 * Looks up every word of a question.
 * @param bold words that no phrasing in the language has, common or of other languages, are taken for misspelt ones
 */
export function read(model: Model, typedTokens: readonly Token[], language: Language, bold = false): Reading {
  const { tokens, repairs } = correctMisspellings(model.synonyms, typedTokens);
  const fixed: { token: Token; typed: string; known: number }[] = [];
  const found = [...repairs];
  const repaired = new Map<string, string | null>();
  const meantBy = (folded: string): string | null => {
    const before = repaired.get(folded);
    if (before !== undefined) return before;
    const meant = repaired.size < maxRepairs ? model.repairer.repair(folded, spoken, bold) : null;
    repaired.set(folded, meant);
    return meant;
  };
  const spoken = (word: string) => isSpokenIn(model.lexicon, word, language);
  const isStrange = (folded: string) => bold && !spoken(folded) && meantBy(folded) !== null;
  const inCapitals = namesInCapitals(typedTokens);
  for (const token of joined(model, tokens)) {
    if (isStopWord(token.folded) || (isKnown(model, token, language) && !isStrange(token.folded))) {
      fixed.push({ token, typed: token.typed, known: 1 });
      continue;
    }
    if (isAnswerWord(model.answerWords, token.folded)) {
      fixed.push({ token, typed: token.typed, known: answerKnown });
      continue;
    }
    // A name in capitals that nobody wrote ("NATO") is no misspelling, however near a word lies.
    const isName = inCapitals.has(token);
    // Short parts are found in many a misspelt word ("cop many"): a repair comes before them.
    const meant =
      isName || model.repairer.split(token.folded, longPart, spoken) ? null : meantBy(token.folded);
    const parts = meant === null && !isName ? model.repairer.split(token.folded, shortPart, spoken) : null;
    if (parts) {
      found.push({ typed: token.typed, used: parts.join(' ') });
      for (const part of parts) fixed.push({ token: plain(part), typed: token.typed, known: 1 });
      continue;
    }
    if (meant !== null) {
      found.push({ typed: token.typed, used: meant });
      fixed.push({ token: plain(meant), typed: token.typed, known: repairedKnown });
      continue;
    }
    const isCompound = lookUp(model.lexicon, token, language).parts.length > 0;
    const isLike = !isCommonWord(token.folded) && isLikeAnswerWord(model.answerWords, token.folded);
    fixed.push({ token, typed: token.typed, known: isCompound ? compoundKnown : isLike ? answerKnown : 0 });
  }
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

/** Joins two unknown neighbours that are one known word ("Stadt entwicklung", "gate way"). */
function joined(model: Model, tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) break;
    const whole = next ? token.folded + next.folded : '';
    const apartKnown = next && model.lexicon.words.has(token.folded) && model.lexicon.words.has(next.folded);
    if (next && !apartKnown && whole.length >= 6 && model.lexicon.words.has(whole)) {
      result.push({ ...plain(whole), typed: `${token.typed} ${next.typed}` });
      i++;
    } else result.push(token);
  }
  return result;
}

function plain(word: string): Token {
  return { typed: word, lower: word, folded: word };
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
