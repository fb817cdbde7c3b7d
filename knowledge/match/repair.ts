// Spelling repair: the known word that somebody who typed an unknown one most likely meant.
// One look over all words sorts out those that differ in too many letters (a bit mask a word: a few microseconds), the edit
// distance decides among the rest, and fuse.js ranks those that are equally near.
import Fuse from 'fuse.js';
import { isCommonWord } from '../text/commonWords.ts';
import { editDistance } from '../text/editDistance.ts';
import { isStopWord, stopWords } from '../text/stopWords.ts';

/** A single letter is one error away from everything; so is a short word, unless the words beside it tell. */
const shortestRepair = 2;
const shortestAlone = 4;
/** From this length on two errors are forgiven; one letter earlier if the word begins right, two if its first letter is and it fits its neighbours. */
const twoErrorsFrom = 8;
const fitsFar = 1;
/** Letters that count as a right beginning. */
const beginning = 3;
/** Two letters swapped are likelier than a wrong one, a wrong first letter is less likely: as shares of an error. */
const swapDiscount = 0.5;
const firstLetterCharge = 0.3;
/** A word of another language is less likely meant; one that some phrasing has beside the same word is likelier. */
const foreignCharge = 0.4;
const fitDiscount = 0.5;

/** What is known of the question that has the word. */
export interface Surroundings {
  /** Whether a word is one of the question's language: likelier to be meant. */
  readonly spoken: (word: string) => boolean;
  /** How well a word stands where the misspelt one stands: 0 to 3, 1 for each word side by side with it in some phrasing. */
  readonly fits?: (word: string) => number;
  /** Known and common words may be misspelt, too ("cites" for "cities"), but only words of the language are meant. */
  readonly bold?: boolean;
}

export interface Repairer {
  /** The word that was meant, or null: known, too short, too far from all, or a common word or a place that is right as it is. */
  repair(folded: string, surroundings: Surroundings): string | null;
}

/**
 * @param known folded words with how often they occur: of two candidates equally far away the more frequent one is meant
 * @param places folded names that are right as they are
 */
export function createRepairer(
  known: ReadonlyMap<string, number>,
  places: ReadonlySet<string> = new Set(),
): Repairer {
  const targets = [...known.keys()].filter((word) => word.length >= shortestRepair && !/\d/u.test(word));
  for (const set of Object.values(stopWords)) {
    for (const word of set) if (word.length >= shortestRepair && !known.has(word)) targets.push(word);
  }
  const byLength = new Map<number, { word: string; letters: number }[]>();
  for (const word of targets) {
    const list = byLength.get(word.length);
    const item = { word, letters: lettersOf(word) };
    if (list) list.push(item);
    else byLength.set(word.length, [item]);
  }

  /**
   * Words that may be at most `limit` errors away: a letter left out or added changes one letter of the set, a wrong one
   * two, and it takes as many of the former as the lengths differ.
   */
  const near = (folded: string, limit: number): string[] => {
    const typed = lettersOf(folded);
    const found: string[] = [];
    for (let longer = -limit; longer <= limit; longer++) {
      const most = 2 * limit - Math.abs(longer);
      for (const { word, letters } of byLength.get(folded.length + longer) ?? []) {
        if (bitCount(typed ^ letters) <= most) found.push(word);
      }
    }
    return found;
  };

  return {
    repair(folded, { spoken, fits = () => 0, bold = false }) {
      if (folded.length < shortestRepair || /[^a-z]/u.test(folded)) return null;
      if (isStopWord(folded) || places.has(folded)) return null;
      if (!bold && (known.has(folded) || isCommonWord(folded))) return null;
      const limit = folded.length >= twoErrorsFrom - 2 ? 2 : 1;
      const candidates = near(folded, limit).flatMap((word) => {
        const errors = editDistance(folded, word, limit);
        if (errors > limit) return [];
        const fit = fits(word);
        const isFar = folded.length < twoErrorsFrom && errors > 1;
        const beginsRight =
          folded.length === twoErrorsFrom - 1 && word.startsWith(folded.slice(0, beginning));
        const fitsThere = word[0] === folded[0] && fit >= fitsFar;
        if (isFar && !beginsRight && !fitsThere) return [];
        if (folded.length < shortestAlone && fit === 0) return [];
        const isForeign = !spoken(word);
        if (isForeign && bold) return [];
        const distance =
          errors + plausibility(folded, word) + (isForeign ? foreignCharge : 0) - fitDiscount * fit;
        return [{ word, distance, count: known.get(word) ?? 1 }];
      });
      if (candidates.length === 0) return null;
      const nearest = Math.min(...candidates.map(({ distance }) => distance));
      const pool = candidates.filter(({ distance }) => distance === nearest);
      if (pool.length === 1) return pool[0]?.word ?? null;
      const ranked = new Fuse(pool, {
        keys: ['word'],
        includeScore: true,
        threshold: 1,
        ignoreLocation: false,
      })
        .search(folded)
        .map(({ item, score }) => ({ ...item, score: (score ?? 1) - 0.02 * Math.log(item.count + 1) }))
        .sort((a, b) => a.score - b.score || b.count - a.count || (a.word < b.word ? -1 : 1));
      return ranked[0]?.word ?? pool[0]?.word ?? null;
    },
  };
}

/** What makes one error likelier than another: to be added to their number. */
function plausibility(typed: string, word: string): number {
  const isSwap = typed.length === word.length && [...typed].sort().join('') === [...word].sort().join('');
  return (isSwap ? -swapDiscount : 0) + (typed[0] === word[0] ? 0 : firstLetterCharge);
}

/** The letters of a word as a set of 26 bits. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

/** Number of set bits (S. Anderson's bit hacks: pairs, then fours, then bytes). */
function bitCount(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
