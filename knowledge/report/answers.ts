// How long the answers are and how easily they read, in each language.
import type { Entry } from '../entry.ts';
import { type Language, languages } from '../language.ts';
import { measureProse, type Prose } from './readability.ts';

/** The longest and the hardest shown of each language. */
const extremesShown = 20;

export interface MeasuredAnswer extends Prose {
  readonly entry: Entry;
  readonly language: Language;
}

/** Answers from `from` on, up to the next bin's `from`; null: everything below the second bin. */
export interface Bin {
  readonly from: number | null;
  readonly count: number;
}

export interface AnswersOfLanguage {
  readonly language: Language;
  readonly answers: number;
  readonly medianWords: number;
  readonly medianSentences: number;
  readonly medianWordsPerSentence: number;
  readonly medianReadability: number;
  readonly lengths: readonly Bin[];
  readonly readability: readonly Bin[];
  readonly longest: readonly MeasuredAnswer[];
  readonly hardest: readonly MeasuredAnswer[];
}

/** One for each language in which anything is told. */
export function answersOf(entries: readonly Entry[]): AnswersOfLanguage[] {
  return languages.flatMap((language): AnswersOfLanguage[] => {
    const measured = entries.flatMap((entry): MeasuredAnswer[] => {
      const text = entry.texts[language];
      return text ? [{ entry, language, ...measureProse(text.answer, language) }] : [];
    });
    if (measured.length === 0) return [];
    const all = (pick: (answer: Prose) => number) => measured.map(pick);
    return [
      {
        language,
        answers: measured.length,
        medianWords: median(all(({ words }) => words)),
        medianSentences: median(all(({ sentences }) => sentences)),
        medianWordsPerSentence: median(all(({ wordsPerSentence }) => wordsPerSentence)),
        medianReadability: median(all(({ readability }) => readability)),
        lengths: binned(
          all(({ words }) => words),
          [0, 20, 40, 60, 80, 100, 120, 140],
        ),
        readability: binned(
          all(({ readability }) => readability),
          [null, 0, 10, 20, 30, 40, 50, 60, 70],
        ),
        longest: measured.toSorted((a, b) => b.words - a.words).slice(0, extremesShown),
        hardest: measured.toSorted((a, b) => a.readability - b.readability).slice(0, extremesShown),
      },
    ];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function binned(values: readonly number[], starts: readonly (number | null)[]): Bin[] {
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return {
      from,
      count: values.filter((value) => value >= (from ?? Number.NEGATIVE_INFINITY) && value < to).length,
    };
  });
}
