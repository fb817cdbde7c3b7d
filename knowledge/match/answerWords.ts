// The third judge: which answers speak of what is asked. A name that stands in one answer only ("Larry Agran") points at
// its entry even if no phrasing has it. Words are compared by their first letters: stems would cost more than they bring.
import type { Entry } from '../entry.ts';
import { languages } from '../language.ts';
import { fold } from '../text/normalise.ts';
import { isStopWord } from '../text/stopWords.ts';

/** Letters of a word that are compared: about a stem. */
const comparedLetters = 6;

export interface AnswerWords {
  /** Whether some answer has exactly this word. */
  has(folded: string): boolean;
  /** Whether the answer of an entry (by its index), or any answer, has a word that begins alike. */
  hasLike(folded: string, entry?: number): boolean;
  /** Share of the words (each with its weight) that the answers of each entry have: 0 to 1, one number per entry. */
  score(words: readonly { readonly folded: string; readonly weight: number }[]): Float64Array;
}

export function createAnswerWords(entries: readonly Entry[]): AnswerWords {
  const holders = new Map<string, number[]>();
  const exact = new Set<string>();
  entries.forEach((entry, index) => {
    for (const language of languages) {
      const answer = entry.texts[language]?.answer ?? '';
      for (const [word] of withoutLinks(answer).matchAll(/[\p{L}\p{N}]{3,}/gu)) {
        const folded = fold(word);
        exact.add(folded);
        const key = folded.slice(0, comparedLetters);
        const list = holders.get(key);
        if (!list) holders.set(key, [index]);
        else if (list.at(-1) !== index) list.push(index);
      }
    }
  });
  const holdersOf = (folded: string): readonly number[] =>
    folded.length < 3 || isStopWord(folded) ? [] : (holders.get(folded.slice(0, comparedLetters)) ?? []);
  return {
    has: (folded) => exact.has(folded) && !isStopWord(folded),
    hasLike: (folded, entry) => {
      const list = holdersOf(folded);
      return entry === undefined ? list.length > 0 : list.includes(entry);
    },
    score(words) {
      const scores = new Float64Array(entries.length);
      let total = 0;
      for (const { folded, weight } of words) {
        total += weight;
        const list = holdersOf(folded);
        // A word of many answers tells little, however rare it is in questions.
        const rarity = Math.log(1 + entries.length / (list.length + 0.5)) / Math.log(1 + 2 * entries.length);
        for (const index of list) scores[index] = (scores[index] ?? 0) + weight * rarity;
      }
      return total > 0 ? scores.map((score) => score / total) : scores;
    },
  };
}

/** Link targets are no words. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/gu, ' ');
}
