// Which word was meant by each that was typed: as it stands, misspelt, several written as one, or one that nobody knows.
import type { Language } from '../language.ts';
import { isCommonWord } from '../text/commonWords.ts';
import { isStopWord, stopWords } from '../text/stopWords.ts';
import type { Token } from '../text/tokens.ts';
import { isAnswerWord, isLikeAnswerWord } from './answerWords.ts';
import { isSpokenIn, lookUp, pairFeature } from './lexicon.ts';
import type { Model } from './model.ts';
import { misspeltPartsOf, partsOf, respace, wordAs } from './respace.ts';
import { correctMisspellings } from './synonyms.ts';

/** A word that was meant. */
export interface SpeltWord {
  readonly token: Token;
  readonly typed: string;
  /** How certain it is: 1 as it stands, less if repaired, 0 if nobody knows it. */
  readonly known: number;
}

export interface Spelling {
  readonly words: readonly SpeltWord[];
  readonly repairs: readonly { readonly typed: string; readonly used: string }[];
}

/** A repaired word is most likely, not certainly, what was meant; so is a compound of known parts. */
const repairedKnown = 0.8;
const compoundKnown = 0.8;
/** A word that only answers have: known, but nobody expected it in a question. */
const answerKnown = 0.8;
/** Letters of the parts from which on words written as one are likelier than a misspelt one. */
const longPart = 4;

/** Words of a question that are looked up in spelling: one with more unknown words is not misspelt. Bounds the time. */
const maxRepairs = 8;
/** Parts of words that are looked up besides. */
const maxPartRepairs = 6;

/** @param bold words that no phrasing in the language has, common or of other languages, are taken for misspelt ones */
export function spell(
  model: Model,
  typedTokens: readonly Token[],
  language: Language,
  bold: boolean,
): Spelling {
  const spoken = (word: string) => isSpokenIn(model.lexicon, word, language);
  const isWord = (word: string) => stopWords[language].has(word) || (word.length > 2 && spoken(word));
  const corrected = correctMisspellings(model.synonyms, typedTokens);
  const isName = namesIn(model, corrected.tokens, language);
  const respaced = respace(corrected.tokens, (word) => model.lexicon.words.has(word), isWord, isName);
  const { tokens } = respaced;
  const repairs = [...corrected.repairs, ...respaced.repairs];
  let repairsLeft = maxRepairs;
  /** The word that was meant by the one at a place, or null. */
  const repaired = (token: Token, at: number): string | null => {
    if (repairsLeft-- <= 0) return null;
    const fits = isName(token) ? {} : { fits: fitsAt(model, tokens, at) };
    return model.repairer.repair(token.folded, { spoken, bold, ...fits });
  };
  let partRepairsLeft = maxPartRepairs;
  const repairedPart = (part: string): string | null =>
    partRepairsLeft-- <= 0 ? null : model.repairer.repair(part, { spoken });
  /** The words that one was made of, or null. Names are made of anything. */
  const parted = (token: Token): readonly string[] | null =>
    isName(token)
      ? null
      : (neighboursIn(model, partsOf(token.folded, isWord)) ??
        misspeltPartsOf(token.folded, isWord, repairedPart, areNeighbours(model)));

  const words = tokens.flatMap((token, at): SpeltWord[] => {
    const { folded, typed } = token;
    const isKnownWord = isKnown(model, token, language);
    const isAnswers = isAnswerWord(model.answerWords, folded);
    const isStrange = bold && isKnownWord && !isAnswers && !spoken(folded);
    if (isStopWord(folded) || (isKnownWord && !isStrange)) return [{ token, typed, known: 1 }];
    if (isAnswers) return [{ token, typed, known: answerKnown }];
    // Short parts are found in many a misspelt word ("cop many"): a repair comes before them.
    const isRight = isKnownWord || isCommonWord(folded) || model.places.has(folded);
    const longParts = isRight ? null : partsOf(folded, (part) => part.length >= longPart && spoken(part));
    const meant = longParts || isShouted(token, tokens) ? null : repaired(token, at);
    if (meant !== null) {
      repairs.push({ typed, used: meant });
      return [{ token: wordAs(meant), typed, known: repairedKnown }];
    }
    if (isStrange) return [{ token, typed, known: 1 }];
    const parts = longParts ?? (isRight ? null : parted(token));
    if (parts) {
      repairs.push({ typed, used: parts.join(' ') });
      return parts.map((part) => ({ token: wordAs(part), typed, known: longParts ? 1 : repairedKnown }));
    }
    const isCompound = lookUp(model.lexicon, token, language).parts.length > 0;
    const isLike = !isCommonWord(folded) && isLikeAnswerWord(model.answerWords, folded);
    return [{ token, typed, known: isCompound ? compoundKnown : isLike ? answerKnown : 0 }];
  });
  return { words, repairs };
}

/** A word in capitals in a text that is not ("what does NATO stand for"): a name, however near a word lies. */
function isShouted(token: Token, tokens: readonly Token[]): boolean {
  const isLoud = ({ typed, lower }: Token) =>
    typed.length > 2 && typed !== lower && typed === typed.toUpperCase();
  return isLoud(token) && tokens.filter(isLoud).length < tokens.length / 2;
}

/**
 * Places, and words with a capital inside a text that has few, except in German: what stands beside such a word tells nothing about it
 * ("Oregon" is no region).
 */
function namesIn(model: Model, tokens: readonly Token[], language: Language): (token: Token) => boolean {
  const capitals = tokens.filter(({ typed, lower }) => typed.charAt(0) !== lower.charAt(0));
  const tell = language !== 'de' && capitals.length < tokens.length / 2;
  const named = new Set(tell ? capitals.filter((token) => token !== tokens[0]) : []);
  return (token) => named.has(token) || model.places.has(token.folded);
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

/** The parts, if each stands beside the next in some phrasing: else any long word could be cut so. */
function neighboursIn(model: Model, parts: readonly string[] | null): readonly string[] | null {
  const beside = areNeighbours(model);
  return parts?.every((part, i) => i === 0 || beside(parts[i - 1] ?? '', part)) ? parts : null;
}

function areNeighbours(model: Model): (first: string, second: string) => boolean {
  return (first, second) => isPair(model, stemIn(model, first), stemIn(model, second));
}

function stemIn({ lexicon }: Model, folded: string | undefined): number | undefined {
  return folded === undefined ? undefined : lexicon.words.get(folded)?.stems[0];
}

function isPair({ lexicon }: Model, first: number | undefined, second: number | undefined): boolean {
  return (
    first !== undefined && second !== undefined && pairFeature(lexicon, first, second, false) !== undefined
  );
}
