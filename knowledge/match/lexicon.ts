// Words and the features they stand for: stems, compound parts, character 3-4-grams. Every feature is a small integer.
import { type Language, languages } from '../language.ts';
import { stem } from '../text/stems.ts';
import { isFiller, isStopWord } from '../text/stopWords.ts';
import type { Token } from '../text/tokens.ts';

/** A word, known from the phrasings or met in a question. */
export interface Word {
  readonly folded: string;
  /** Feature ids of its stems: one per language it was seen in. */
  readonly stems: number[];
  /** Feature ids of the words it is composed of ("stadtentwicklung" -> "stadt", "entwicklung"). */
  parts: readonly number[];
  /** Feature ids of its character n-grams. */
  readonly grams: Int32Array;
  readonly stopWord: boolean;
  /** How much it says beside a content word: 1, less for a stop word, next to nothing for "please tell me". */
  readonly strength: number;
}

/**
 * Shortest and longest character n-gram; a blank marks either end of the word. 5-grams cost a third of the building time and
 * add nothing (82.0 % with, 82.1 % without, development part of CLINC150, 10 phrasings an intent).
 */
const shortestGram = 3;
const longestGram = 4;
/** What a stop word and a filler say, as a share of a content word of the same rarity. */
const stopWordStrength = 0.6;
const fillerStrength = 0.1;
/** A compound is at least this long, and each part of it. */
const shortestCompound = 8;
const shortestPart = 4;
/** Letters that German puts between the parts of a compound. */
const joints = ['', 's', 'n', 'es', 'en', 'er', 'e'];

export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /** Number of features; ids run from 0. */
  readonly size: () => number;
  /** Adds a word of a phrasing. */
  add(token: Token, language: Language): Word;
  /** Finds the parts of compounds; to be called once, when all words are in. */
  close(): void;
  /** The word of a question; unknown stems and n-grams are left out. */
  look(token: Token, language: Language): Word;
  /** The feature of two stems side by side, or undefined when no phrasing has them (unless `create`). */
  pair(first: number, second: number, create: boolean): number | undefined;
  /** The feature of a group of synonyms, or undefined when no phrasing names it (unless `create`). */
  concept(group: number, create: boolean): number | undefined;
}

export function createLexicon(): Lexicon {
  const words = new Map<string, Word>();
  const stems = new Map<string, number>();
  const grams = new Map<number, number>();
  const pairs = new Map<number, number>();
  const concepts = new Map<number, number>();
  const stemmedIn = new Map<string, number>();
  let size = 0;
  const feature = <Key>(map: Map<Key, number>, key: Key): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, size);
    return size++;
  };

  const gramsOf = (folded: string, create: boolean): Int32Array => {
    const ids: number[] = [];
    for (const hash of hashesOf(folded)) {
      const id = create ? feature(grams, hash) : grams.get(hash);
      if (id !== undefined) ids.push(id);
    }
    return Int32Array.from(ids);
  };

  /** The two halves of a compound, if both are known words. */
  const partsOf = (folded: string): readonly number[] => {
    if (folded.length < shortestCompound) return [];
    for (let cut = folded.length - shortestPart; cut >= shortestPart; cut--) {
      const tail = words.get(folded.slice(cut));
      if (!tail || tail.stopWord) continue;
      for (const joint of joints) {
        if (!folded.slice(0, cut).endsWith(joint)) continue;
        const start = folded.slice(0, cut - joint.length);
        const head = start.length >= shortestPart ? words.get(start) : undefined;
        if (head && !head.stopWord) return [...head.stems, ...tail.stems];
      }
    }
    return [];
  };

  return {
    words,
    size: () => size,
    add(token, language) {
      const bit = 1 << languages.indexOf(language);
      let word = words.get(token.folded);
      if (!word) {
        word = {
          folded: token.folded,
          stems: [],
          parts: [],
          grams: gramsOf(token.folded, true),
          stopWord: isStopWord(token.folded),
          strength: strengthOf(token.folded),
        };
        words.set(token.folded, word);
      }
      const seen = stemmedIn.get(token.folded) ?? 0;
      if ((seen & bit) === 0) {
        stemmedIn.set(token.folded, seen | bit);
        const id = feature(stems, stemOf(token, language));
        if (!word.stems.includes(id)) word.stems.push(id);
      }
      return word;
    },
    close() {
      for (const word of words.values()) word.parts = partsOf(word.folded);
    },
    look(token, language) {
      const known = words.get(token.folded);
      if (known) return known;
      const id = stems.get(stemOf(token, language));
      return {
        folded: token.folded,
        stems: id === undefined ? [] : [id],
        parts: partsOf(token.folded),
        grams: gramsOf(token.folded, false),
        stopWord: isStopWord(token.folded),
        strength: strengthOf(token.folded),
      };
    },
    pair(first, second, create) {
      // 2^26 features before keys could meet: far past any knowledge base.
      const key = first * 0x4000000 + second;
      return create ? feature(pairs, key) : pairs.get(key);
    },
    concept(group, create) {
      return create ? feature(concepts, group) : concepts.get(group);
    },
  };
}

/** Stop words stay as they are: their endings are most of what they say. */
function stemOf({ lower, folded }: Token, language: Language): string {
  return isStopWord(folded) ? folded : stem(lower, language);
}

function strengthOf(folded: string): number {
  if (isFiller(folded)) return fillerStrength;
  return isStopWord(folded) ? stopWordStrength : 1;
}

/** One number per character n-gram of a word (FNV-1a, 32 bits: a collision is as harmless as a rare n-gram). */
function hashesOf(folded: string): number[] {
  const padded = ` ${folded} `;
  const hashes: number[] = [];
  for (let start = 0; start < padded.length; start++) {
    let hash = 0x811c9dc5;
    const end = Math.min(start + longestGram, padded.length);
    for (let i = start; i < end; i++) {
      hash = Math.imul(hash ^ padded.charCodeAt(i), 0x01000193);
      if (i - start + 1 >= shortestGram) hashes.push(hash);
    }
  }
  return hashes;
}
