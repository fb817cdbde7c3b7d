// The third judge: which answers speak of what is asked. A name that stands in one answer only ("Larry Agran") points at
// its entry even if no phrasing has it. Words are compared by their first letters: stems would cost more than they bring.
import type { Entry } from '../entry.ts';
import { languages } from '../language.ts';
import { fold } from '../text/normalise.ts';
import { isStopWord } from '../text/stopWords.ts';

/** Letters of a word that are compared: about a stem. */
const comparedLetters = 6;

/** Which answers have which words: plain data. */
export interface AnswerWords {
  /** Number of entries. */
  readonly count: number;
  /** First letters of a word -> indices of the entries whose answers have it. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  /** Every word of an answer, whole. */
  readonly exact: ReadonlySet<string>;
}

export function indexAnswers(entries: readonly Entry[]): AnswerWords {
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
  return { count: entries.length, holders, exact };
}

/** Whether some answer has exactly this word. */
export function isAnswerWord({ exact }: AnswerWords, folded: string): boolean {
  return exact.has(folded) && !isStopWord(folded);
}

/** Whether any answer has a word that begins alike. */
export function isLikeAnswerWord(words: AnswerWords, folded: string): boolean {
  return holdersOf(words, folded).length > 0;
}

/** Share of the words (each with its weight) that the answers of each entry have: 0 to 1, one number per entry. */
export function scoreAnswers(
  answers: AnswerWords,
  words: readonly { readonly folded: string; readonly weight: number }[],
): Float64Array {
  const scores = new Float64Array(answers.count);
  let total = 0;
  for (const { folded, weight } of words) {
    total += weight;
    const list = holdersOf(answers, folded);
    // A word of many answers tells little, however rare it is in questions.
    const rarity = Math.log(1 + answers.count / (list.length + 0.5)) / Math.log(1 + 2 * answers.count);
    for (const index of list) scores[index] = (scores[index] ?? 0) + weight * rarity;
  }
  return total > 0 ? scores.map((score) => score / total) : scores;
}

function holdersOf({ holders }: AnswerWords, folded: string): readonly number[] {
  return folded.length < 3 || isStopWord(folded) ? [] : (holders.get(folded.slice(0, comparedLetters)) ?? []);
}

/** Link targets are no words. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/gu, ' ');
}
