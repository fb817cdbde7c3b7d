// What the matcher takes and gives. Confidence is a probability: 1 is certain, 0 is certainly not.
import type { Entry, OutOfScope } from './entry.ts';
import type { Language } from './language.ts';

/** One entry that the question may mean. */
export interface Match {
  readonly entry: Entry;
  /** 0 to 1: how likely this entry is what the visitor asks for. */
  readonly confidence: number;
  /** The phrasing that came closest, and its language. */
  readonly phrasing: string;
  readonly language: Language;
  /** The visitor's words (as typed) that spoke for this entry, the strongest first. */
  readonly matchedWords: readonly string[];
}

export interface MatchResult {
  /** The text the matcher worked on: the first 256 characters, cleaned. */
  readonly question: string;
  /** The language the question is most likely in, and how sure that is, 0 to 1. */
  readonly language: Language;
  readonly languageConfidence: number;
  /** One per entry, the best first, at most 10. */
  readonly matches: readonly Match[];
  /** The group of out-of-scope questions that fits better than every entry, and how likely it is right, 0 to 1. */
  readonly outOfScope: { readonly group: OutOfScope; readonly confidence: number } | null;
  /** 0 to 1: how likely some entry answers the question; the confidences of the matches come to no more than this. */
  readonly inScope: number;
  /** Best confidence minus the next entry's, 0 to 1. */
  readonly margin: number;
  /** 0 to 1: the share of the question's weight (rare words weigh most) that is known to the knowledge at all, as typed. */
  readonly coverage: number;
  /** Content words no entry covers, as typed: the refusal may name them. */
  readonly unknownWords: readonly string[];
  /** Spelling repairs that were used. */
  readonly repairs: readonly { readonly typed: string; readonly used: string }[];
  /** Synonyms that were used. */
  readonly synonyms: readonly { readonly typed: string; readonly term: string }[];
}

export interface MatchOptions {
  /** The conversation's language so far: a weak hint, the text itself wins. */
  readonly language?: Language;
  /** Id of the entry answered last: its `about` fills in "it" and "they", its related entries gain a little. */
  readonly context?: string;
}

export interface Matcher {
  /** Never throws, for any text; under a millisecond at the shipped size. */
  match(question: string, options?: MatchOptions): MatchResult;
  /** How much two questions in one language ask the same, 0 to 1; one that can't tell is missing it. */
  likeness?(one: string, other: string): number;
}

export type Verdict =
  | {
      readonly kind: 'answer';
      readonly match: Match;
      /** False: it may be meant otherwise, so the visitor is told how it was understood. */
      readonly certain: boolean;
      /** What else it may mean, the likeliest first; empty when certain. */
      readonly others: readonly Match[];
      readonly reason: string;
    }
  /** One to three entries, the best first. */
  | { readonly kind: 'didYouMean'; readonly matches: readonly Match[]; readonly reason: string }
  /** `intelligible` is false when there is hardly a word to go by (random letters, emoji, only stop words): ask to rephrase. */
  | {
      readonly kind: 'noAnswer';
      /** Known to be none of ours: what to say, and whether staff can help. */
      readonly outOfScope: OutOfScope | null;
      readonly unknownWords: readonly string[];
      readonly intelligible: boolean;
      readonly reason: string;
    };
