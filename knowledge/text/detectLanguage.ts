// Which of the five languages a question is in: naive Bayes over its words, letter triples of unknown words, and accents.
import { type Language, languages } from '../language.ts';
import { stopWords } from './stopWords.ts';
import type { Token } from './tokens.ts';

/** Letters that (nearly) only some of the languages write. */
const telltales: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/[ñ¿¡]/u, ['es']],
  [/[ãõ]/u, ['pt']],
  [/[ßäö]/u, ['de']],
  [/ü/u, ['de', 'es']],
  [/[èùûîœ]/u, ['fr']],
  [/[êâà]/u, ['fr', 'pt']],
  [/ç/u, ['fr', 'pt']],
  [/[íú]/u, ['es', 'pt']],
  [/ó/u, ['es', 'pt']],
];

/** A stop word counts as if seen this often in phrasings of its language. */
const stopWordCount = 8;
/** Smoothing: an occurrence of every word in every language. */
const unseenWord = 0.4;
/** Weight of letter triples against words: they are many and depend on each other. */
const tripleWeight = 0.35;
/** How much the conversation's language is believed before the text has spoken, as a ratio to each other language. */
const priorRatio = 3;
/** A language that only telltale letters speak against is this much less likely. */
const telltaleRatio = 8;

export interface LanguageGuess {
  readonly language: Language;
  /** 0 to 1 */
  readonly confidence: number;
}

export interface LanguageDetector {
  detect(text: string, tokens: readonly Token[], prior: Language | undefined): LanguageGuess;
}

/** What was learnt: plain data. The lists have a figure per known language. */
export interface LanguageCounts {
  readonly known: readonly Language[];
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly triples: ReadonlyMap<string, readonly number[]>;
  readonly tripleTotals: readonly number[];
}

/**
 * Learns how the words and letter triples of the phrasings spread over the languages.
 * @param wordCounts how often each language has a word, as written (lower case) and without accents
 */
export function learnLanguages(
  wordCounts: ReadonlyMap<string, Readonly<Record<Language, number>>>,
): LanguageCounts {
  const present = languages.filter((language) =>
    [...wordCounts.values()].some((count) => count[language] > 0),
  );
  const known = present.length > 0 ? present : ['en' as const];
  const words = new Map<string, number[]>();
  const triples = new Map<string, number[]>();
  const none = known.map(() => 0);
  const tripleTotals = [...none];

  const learn = (word: string, counts: (language: Language) => number): void => {
    const row = words.get(word) ?? [...none];
    words.set(word, row);
    known.forEach((language, i) => {
      const count = counts(language);
      if (count === 0) return;
      row[i] = (row[i] ?? 0) + count;
      for (const triple of triplesOf(word)) {
        const counted = triples.get(triple) ?? [...none];
        counted[i] = (counted[i] ?? 0) + 1;
        triples.set(triple, counted);
        tripleTotals[i] = (tripleTotals[i] ?? 0) + 1;
      }
    });
  };
  for (const [word, count] of wordCounts) learn(word, (language) => Math.min(count[language], stopWordCount));
  for (const language of known) {
    for (const word of stopWords[language]) learn(word, (other) => (other === language ? stopWordCount : 0));
  }

  return { known, words, triples, tripleTotals };
}

export function createLanguageDetector(counts: LanguageCounts): LanguageDetector {
  const { known, words, triples, tripleTotals } = counts;
  const addWord = (scores: Float64Array, row: readonly number[]): void => {
    const total = row.reduce((sum, count) => sum + count, 0);
    for (let i = 0; i < scores.length; i++) {
      scores[i] =
        (scores[i] ?? 0) + Math.log(((row[i] ?? 0) + unseenWord) / (total + unseenWord * scores.length));
    }
  };
  const addTriples = (scores: Float64Array, word: string): void => {
    for (const triple of triplesOf(word)) {
      const row = triples.get(triple);
      if (!row) continue;
      for (let i = 0; i < scores.length; i++) {
        const share = ((row[i] ?? 0) + 0.5) / ((tripleTotals[i] ?? 0) + triples.size / 2);
        scores[i] = (scores[i] ?? 0) + tripleWeight * Math.log(share);
      }
    }
  };

  return {
    detect(text, tokens, prior) {
      const scores = new Float64Array(known.length);
      known.forEach((language, i) => {
        if (language === (prior ?? 'en')) scores[i] = Math.log(prior ? priorRatio : 1.5);
      });
      for (const token of tokens) {
        // As typed first: "é" is Portuguese, "e" could be several.
        const row = words.get(token.lower) ?? words.get(token.folded);
        if (row) addWord(scores, row);
        else if (/^\p{Script=Latin}+$/u.test(token.folded)) addTriples(scores, token.folded);
      }
      const lower = text.toLowerCase();
      for (const [letters, allowed] of telltales) {
        if (!letters.test(lower)) continue;
        known.forEach((language, i) => {
          if (!allowed.includes(language)) scores[i] = (scores[i] ?? 0) - Math.log(telltaleRatio);
        });
      }
      return mostLikely(known, scores);
    },
  };
}

function mostLikely(known: readonly Language[], scores: Float64Array): LanguageGuess {
  const highest = scores.reduce((max, score) => Math.max(max, score), Number.NEGATIVE_INFINITY);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - highest), 0);
  const best = scores.indexOf(highest);
  return { language: known[best] ?? 'en', confidence: 1 / total };
}

function triplesOf(word: string): string[] {
  const padded = ` ${word} `;
  const triples: string[] = [];
  for (let i = 0; i + 3 <= padded.length; i++) triples.push(padded.slice(i, i + 3));
  return triples;
}
