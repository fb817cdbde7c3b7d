// Cuts a text into words: at blanks, hyphens and apostrophes, and where one writing system ends and another begins.
import { fold } from './normalise.ts';

export interface Token {
  /** As the visitor typed it. */
  readonly typed: string;
  /** Lower case, with its accents: what a stemmer wants. */
  readonly lower: string;
  /** Lower case, without accents: what is compared. */
  readonly folded: string;
}

/** Words of a question that are looked at, and letters of a word: bounds the work for any text. */
const maxTokens = 48;
const maxWordLength = 40;

/**
 * Letters and digits of one kind; apostrophes and hyphens part words ("l'ICLEI", "smart-cities", "what's"); a figure keeps its
 * thousands ("50,000", "2.500").
 */
const words =
  /\p{N}{1,3}(?:[.,]\p{N}{3})+(?![\p{N}\p{L}])|[\p{Script=Latin}\p{M}]+(?:\p{N}+\p{Script=Latin}*)?|\p{N}+\p{Script=Latin}*|[^\P{L}\p{Script=Latin}]+/gu;

/** What is left of "l'", "d'", "what's", "don't" when the apostrophe has parted them: says nothing. */
const clitics = new Set('s t d l m n c j re ve ll qu'.split(' '));

/** The words of a cleaned text, in order. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const apostrophes = /['’‘`´]/u.test(text);
  for (const [typed] of text.matchAll(words)) {
    if (tokens.length === maxTokens) break;
    const lower = typed.slice(0, maxWordLength).toLowerCase();
    const folded = fold(lower)
      .replace(/(?<=\p{N})[.,](?=\p{N})/gu, '')
      .slice(0, maxWordLength);
    if (folded === '' || (apostrophes && clitics.has(folded))) continue;
    tokens.push({ typed, lower, folded });
  }
  return tokens;
}
