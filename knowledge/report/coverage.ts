// How much is told of each topic in each language.
import { type Entry, type Topic, topics } from '../entry.ts';
import { type Language, languages } from '../language.ts';

/** From here on most paraphrases find their entry; the check asks for three. */
export const goodPhrasings = 8;

export interface CoverageCell {
  readonly language: Language;
  readonly entries: number;
  /** Entries that are told in English but not here. */
  readonly missing: number;
  /** Phrasings an entry has on average, its question included; 0 without entries. */
  readonly meanPhrasings: number;
  /** Ids of the entries with fewer phrasings than are good. */
  readonly thin: readonly string[];
}

export interface CoverageRow {
  readonly topic: Topic;
  readonly cells: readonly CoverageCell[];
}

/** One row for each topic, those without any entry included. */
export function coverageOf(entries: readonly Entry[]): CoverageRow[] {
  return topics.map((topic) => {
    const told = entries.filter((entry) => entry.topic === topic);
    return { topic, cells: languages.map((language) => cellOf(told, language)) };
  });
}

function cellOf(entries: readonly Entry[], language: Language): CoverageCell {
  const counts = entries.flatMap(({ id, texts }) => {
    const text = texts[language];
    return text ? [{ id, phrasings: 1 + text.phrasings.length }] : [];
  });
  const sum = counts.reduce((total, { phrasings }) => total + phrasings, 0);
  return {
    language,
    entries: counts.length,
    missing: entries.length - counts.length,
    meanPhrasings: counts.length > 0 ? sum / counts.length : 0,
    thin: counts.filter(({ phrasings }) => phrasings < goodPhrasings).map(({ id }) => id),
  };
}

/** Whether a cell needs a curator: nothing told, less than in English, or too few phrasings as a rule. */
export function isGap({ entries, missing, meanPhrasings }: CoverageCell): boolean {
  return entries === 0 || missing > 0 || meanPhrasings < goodPhrasings;
}
